import { Alert, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { DateTimeField } from '@/components/DateTimeField'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import { useReportDelay } from '../requests/useDelays'
import { CAUSES, saidWhys } from './causes'
import { WhysField } from './WhysField'

type Values = Omit<Schema<'DelayReportForm'>, 'id'>

interface Props {
  item: Schema<'WorkItemView'>
  isOpen: boolean
  onClose: () => void
}

/** Why it is late, what is done about it, and until when: instead of moving the date. */
export function ReportDelay({ item, isOpen, onClose }: Props) {
  const { t } = useTranslation('delays')
  const time = useTimeText()
  const report = useReportDelay(item.id)
  const submit = async (values: Values, key: string) => {
    await report.mutateAsync({ form: { ...values, id: key, whys: saidWhys(values.whys) }, key })
    toast.success(t('reported'))
  }
  return (
    <FormDrawer<Values> title={t('report')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('send')} draft={`delay/${item.id}`}>
      <Alert type="info" title={t('note', { at: item.due_at ? time.short(item.due_at) : '' })} style={{ marginBottom: 16 }} />
      <Form.Item name="cause" label={t('cause.label')} rules={[{ required: true, message: t('cause.missing') }]}>
        <ChipChoice label={t('cause.label')} options={CAUSES.map((value) => ({ value, text: t(`cause.${value}`) }))} />
      </Form.Item>
      <Form.Item name="whys" label={t('why.title')} extra={t('why.note')} rules={[{ validator: async (_, whys: string[] | undefined) => (saidWhys(whys).length > 0 ? undefined : Promise.reject(new Error(t('why.missing')))), required: true }]}>
        <WhysField />
      </Form.Item>
      <Form.Item name="corrective_action" label={t('action.label')} rules={[{ required: true, whitespace: true, message: t('action.missing') }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} placeholder={t('action.hint')} />
      </Form.Item>
      <Form.Item name="new_due_at" label={t('new_due_at.label')} rules={[{ required: true, message: t('new_due_at.missing') }]}>
        <DateTimeField futureOnly />
      </Form.Item>
    </FormDrawer>
  )
}
