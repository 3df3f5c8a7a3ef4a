import { Alert, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import { useHandOver } from './requests/useHandOver'

interface Props {
  ids: string[]
  isOpen: boolean
  onClose: () => void
  onDone?: () => void
}

interface Values {
  to_id: string
  note?: string
}

/** Gives customers to another account manager; all of them or none. */
export function HandOver({ ids, isOpen, onClose, onDone }: Props) {
  const { t } = useTranslation('customer')
  const handOver = useHandOver()
  const submit = async (values: Values, key: string) => {
    const result = await handOver.mutateAsync({ form: { ...values, customer_ids: ids }, key })
    toast.success(t('handover.done', { count: result.handed_over }))
    onDone?.()
  }
  return (
    <FormDrawer<Values> title={t('handover.title', { count: ids.length })} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('handover.submit')}>
      <Alert type="info" title={t('handover.hint')} style={{ marginBottom: 16 }} />
      <Form.Item name="to_id" label={t('handover.to')} rules={[{ required: true, message: t('handover.to_missing') }]}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="note" label={t('handover.note')}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} placeholder={t('handover.note_hint')} />
      </Form.Item>
    </FormDrawer>
  )
}
