import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import { type Account, type SetupLink, useAddAccount, useChangeAccount, useRoles } from './requests/useAccounts'
import type { Employee } from './requests/usePeople'

interface Values {
  login: string
  roles: string[]
}

interface Props {
  isOpen: boolean
  onClose: () => void
  /** The one to change, or the employee who gets one. */
  account?: Account
  employee?: Employee
  onLink?: (link: SetupLink) => void
}

export function AccountForm({ isOpen, onClose, account, employee, onLink }: Props) {
  const { t } = useTranslation('org')
  const { data: roles = [] } = useRoles()
  const add = useAddAccount()
  const change = useChangeAccount()
  const submit = async ({ login, roles: codes }: Values) => {
    if (account) {
      const isSame = [...codes].sort().join() === [...account.roles].sort().join()
      await change.mutateAsync({ account, patch: { ...(login !== account.login && { login }), ...(!isSame && { roles: codes }) } })
      toast.success(t('saved', { name: account.name }))
    } else if (employee) {
      const made = await add.mutateAsync({ employee_id: employee.id, login, roles: codes })
      onLink?.(made.link)
    }
  }
  const initial = account ? { login: account.login, roles: account.roles } : { login: employee?.pinyin.replace(/[^a-z0-9]/gi, '').toLowerCase(), roles: ['staff'] }
  return (
    <FormDrawer<Values> title={t(account ? 'account.change' : 'account.give')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={initial} submitText={account ? undefined : t('account.give')}>
      <Form.Item name="login" label={t('account.login')} rules={[{ required: true, whitespace: true, message: t('account.login_missing') }]} extra={t('account.login_hint')}>
        <Input autoFocus maxLength={64} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="roles" label={t('account.roles')} rules={[{ required: true, message: t('account.roles_missing') }]} extra={t('account.roles_hint')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={roles.map((role) => ({ value: role.code, label: role.name }))} />
      </Form.Item>
    </FormDrawer>
  )
}
