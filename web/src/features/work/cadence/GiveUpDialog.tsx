import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import { useAskToGiveUp, useGiveUp } from '../requests/useGiveUp'

interface Props {
  itemId: string
  /** Asking for consent, or doing it with the consent; absent while it is closed. */
  way: 'ask' | 'give_up' | undefined
  /** What was asked with. */
  reason: string | undefined
  missing: number
  onClose: () => void
}

/** Why it is to be given up. */
export function GiveUpDialog({ itemId, way, reason, missing, onClose }: Props) {
  const { t } = useTranslation('cadence')
  const ask = useAskToGiveUp(itemId)
  const giveUp = useGiveUp(itemId)
  const isAsking = way !== 'give_up'
  const submit = async (values: { reason: string }, key: string) => {
    await (isAsking ? ask : giveUp).mutateAsync({ ...values, key })
    toast.success(t(isAsking ? 'give_up.asked' : 'give_up.done'))
  }
  const title = t(isAsking ? 'give_up.ask' : 'give_up.do')
  return (
    <FormDrawer title={title} isOpen={way !== undefined} onClose={onClose} onSubmit={submit} submitText={title} initialValues={{ reason: isAsking ? '' : (reason ?? '') }}>
      <Form.Item name="reason" label={t('give_up.reason')} extra={isAsking ? t('give_up.reason_note', { count: missing }) : undefined} rules={[{ required: true, whitespace: true, message: t('missing', { name: t('give_up.reason') }) }]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  )
}
