import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useProposeDate } from '../requests/useNegotiation'
import { NewDueField } from './AnswerHandoff'

interface Props {
  itemId: string
  isOpen: boolean
  onClose: () => void
}

/** The handler asks the owner for another date, before this one has passed. */
export function ProposeDate({ itemId, isOpen, onClose }: Props) {
  const { t } = useTranslation('work')
  const propose = useProposeDate(itemId)
  const submit = async (form: Schema<'DateProposalForm'>, key: string) => {
    await propose.mutateAsync({ form, key })
    toast.success(t('handoff.answered.date'))
  }
  return (
    <FormDrawer<Schema<'DateProposalForm'>> title={t('act.propose_date')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('handoff.send.date')}>
      <NewDueField />
      <Form.Item name="reason" label={t('ask.reason')} rules={[{ required: true, whitespace: true, message: t('ask.reason_missing') }]} extra={t('proposal.owner_decides')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  )
}
