import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import type { Scope } from '@/lib/api-types'
import { type Permission, type Role, usePermissions, useSaveRole } from '../requests/useRoles'
import styles from './Roles.module.css'

const SCOPES: Scope[] = ['none', 'self', 'direct_reports', 'department', 'department_and_below', 'organization']
const WHOLE: Scope[] = ['none', 'organization']

interface Values {
  name: string
  code: string
  /** By place: a permission's name has a dot in it, which a form would take for a path. */
  scopes: Scope[]
}

interface Props {
  isOpen: boolean
  onClose: () => void
  /** The one to change. */
  role?: Role
  /** What a new one begins with. */
  from?: Role
}

/** A role of one's own: each permission, and how far it reaches. */
export function RoleEditor({ isOpen, onClose, role, from }: Props) {
  const { t } = useTranslation('org')
  const { data } = usePermissions()
  const save = useSaveRole()
  const permissions = (data?.items ?? []).filter((each) => !each.reserved)
  const grants = (role ?? from)?.grants ?? {}
  const initially = ({ permission, has_reach }: Permission): Scope => {
    const scope = grants[permission] ?? 'none'
    return has_reach || scope === 'none' ? scope : 'organization'
  }
  const submit = async ({ name, code, scopes }: Values, key: string) => {
    const chosen = permissions.map(({ permission }, place) => [permission, scopes[place] ?? 'none'] as const).filter(([, scope]) => scope !== 'none')
    await save.mutateAsync({ role, form: { name, code: role?.code ?? code, grants: Object.fromEntries(chosen) }, key })
    toast.success(t('saved', { name }))
  }
  if (!data) return null
  return (
    <FormDrawer<Values>
      title={t(role ? 'role.edit' : 'role.add')}
      isOpen={isOpen}
      onClose={onClose}
      onSubmit={submit}
      wide
      initialValues={{ name: role?.name ?? (from ? t('role.copy_of', { name: from.name }) : ''), code: role?.code ?? '', scopes: permissions.map(initially) }}
    >
      <div className={styles.pair}>
        <Form.Item name="name" label={t('role.name')} rules={[{ required: true, whitespace: true, message: t('role.name_missing') }]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="code" label={t('role.code')} extra={t('role.code_hint')} rules={[{ required: !role, message: t('role.code_missing') }]}>
          <Input maxLength={40} disabled={role !== undefined} />
        </Form.Item>
      </div>
      <h3 className={styles.heading}>{t('role.permissions')}</h3>
      <p className={styles.none}>{t('role.permissions_hint')}</p>
      <ul className={styles.permissions}>
        {permissions.map((permission, place) => (
          <li key={permission.permission}>
            <label htmlFor={`scopes_${place}`}>
              {permission.name}
            </label>
            <Form.Item name={['scopes', place]} noStyle>
              <Select options={(permission.has_reach ? SCOPES : WHOLE).map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))} />
            </Form.Item>
          </li>
        ))}
      </ul>
    </FormDrawer>
  )
}
