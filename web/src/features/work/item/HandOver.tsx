import { Form, Input } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { refreshFollowed } from '@/lib/queryKeys'

interface Props {
  itemId: string
  isOpen: boolean
  onClose: () => void
}

/** Hands the handling over; the owner stays, and so does the handler until the other one accepts. */
export function HandOver({ itemId, isOpen, onClose }: Props) {
  const { t } = useTranslation('work')
  const queryClient = useQueryClient()
  const submit = async (form: Schema<'HandoffForm'>, key: string) => {
    const handoff = await api.post('/api/v1/work-items/{id}/handoffs', { path: { id: itemId }, body: form, idempotencyKey: key })
    toast.success(t('handoff.sent', { name: handoff.to.name }))
    await refreshFollowed(queryClient, itemId)
  }
  return (
    <FormDrawer<Schema<'HandoffForm'>> title={t('act.hand_over')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('act.hand_over')}>
      <Form.Item name="to_id" label={t('handoff.to')} rules={[{ required: true, message: t('handoff.to_missing') }]} extra={t('handoff.to_hint')}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="note" label={t('handoff.note')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} placeholder={t('handoff.note_hint')} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  )
}
