import { Alert, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateTimeField } from '@/components/DateTimeField'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import { type BatchForm, useChangeMany } from '../requests/useChangeMany'

interface Props {
  ids: string[]
  isOpen: boolean
  onClose: () => void
  onDone: () => void
}

/** Reassigns or re-dates the selected items; all of them or none. */
export function BatchChange({ ids, isOpen, onClose, onDone }: Props) {
  const { t } = useTranslation('work')
  const change = useChangeMany()
  const submit = async (values: Omit<BatchForm, 'ids'>, key: string) => {
    const result = await change.mutateAsync({ form: { ...values, ids }, key })
    toast.success(t('batch.done', { count: result.changed }))
    onDone()
  }
  return (
    <FormDrawer title={t('batch.title', { count: ids.length })} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('batch.submit')}>
      <Alert type="info" title={t('batch.note')} style={{ marginBottom: 16 }} />
      <Form.Item name="owner_id" label={t('field.owner')}>
        <PersonSelect placeholder={t('batch.unchanged')} />
      </Form.Item>
      <Form.Item name="handler_id" label={t('field.handler')} extra={t('batch.handler_hint')}>
        <PersonSelect placeholder={t('batch.unchanged')} />
      </Form.Item>
      <Form.Item name="due_at" label={t('field.due_at')} extra={t('batch.due_hint')}>
        <DateTimeField futureOnly />
      </Form.Item>
      <Form.Item name="next_follow_up_at" label={t('field.next_follow_up_at')}>
        <DateTimeField futureOnly />
      </Form.Item>
      <Form.Item name="reason" label={t('ask.reason')} rules={[{ required: true, whitespace: true, message: t('ask.reason_missing') }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  )
}
