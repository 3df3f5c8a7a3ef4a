import { Form, Input, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import type { CreatedToken, TokenForm } from '@/lib/api-types'
import { useSession } from '@/lib/session'
import { useCreateToken, usePermissionNames } from '../requests/useTokens'

interface Props {
  isOpen: boolean
  onClose: () => void
  onCreated: (created: CreatedToken) => void
}

export function NewToken({ isOpen, onClose, onCreated }: Props) {
  const { t } = useTranslation('account')
  const create = useCreateToken()
  const { permissions: own } = useSession()
  const { data: names } = usePermissionNames()
  const options = Object.keys(own).map((value) => ({ value, label: names?.get(value) ?? value }))
  const submit = async ({ name, expires_on, read_only, permissions }: TokenForm, idempotencyKey: string) =>
    onCreated(await create.mutateAsync({ name, ...(expires_on ? { expires_on } : {}), read_only: read_only ?? false, ...(permissions?.length ? { permissions } : {}), idempotencyKey }))
  return (
    <FormDrawer<TokenForm> title={t('tokens.new')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('tokens.create')}>
      <Form.Item name="name" label={t('tokens.name')} rules={[{ required: true, whitespace: true, message: t('tokens.name_missing') }]} extra={t('tokens.name_hint')}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="expires_on" label={t('tokens.expires_on')} extra={t('tokens.expires_hint')}>
        <DateField futureOnly />
      </Form.Item>
      <Form.Item name="read_only" label={t('tokens.read_only')} valuePropName="checked" extra={t('tokens.read_only_hint')}>
        <Switch />
      </Form.Item>
      <Form.Item name="permissions" label={t('tokens.permissions')} extra={t('tokens.permissions_hint')}>
        <Select mode="multiple" options={options} placeholder={t('tokens.permissions_all')} optionFilterProp="label" allowClear />
      </Form.Item>
    </FormDrawer>
  )
}
