import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import type { CreatedToken, TokenForm } from '@/lib/api-types'
import { useCreateToken } from '../requests/useTokens'

interface Props {
  isOpen: boolean
  onClose: () => void
  onCreated: (created: CreatedToken) => void
}

export function NewToken({ isOpen, onClose, onCreated }: Props) {
  const { t } = useTranslation('account')
  const create = useCreateToken()
  const submit = async ({ name, expires_on }: TokenForm, idempotencyKey: string) => onCreated(await create.mutateAsync({ name, ...(expires_on ? { expires_on } : {}), idempotencyKey }))
  return (
    <FormDrawer<TokenForm> title={t('tokens.new')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('tokens.create')}>
      <Form.Item name="name" label={t('tokens.name')} rules={[{ required: true, whitespace: true, message: t('tokens.name_missing') }]} extra={t('tokens.name_hint')}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="expires_on" label={t('tokens.expires_on')} extra={t('tokens.expires_hint')}>
        <DateField futureOnly />
      </Form.Item>
    </FormDrawer>
  )
}
