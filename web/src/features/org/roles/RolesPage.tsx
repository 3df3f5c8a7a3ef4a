import { CopyOutlined, EditOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { type Role, useAllRoles, usePermissions } from '../requests/useRoles'
import { Holders } from './Holders'
import styles from './Roles.module.css'

const RoleEditor = lazy(async () => ({ default: (await import('./RoleEditor')).RoleEditor }))

/** What is in the editor: a role to change, or what a new one begins with. */
interface Edited {
  role?: Role
  from?: Role
}

/** Who may do what, and how far. */
export function RolesPage() {
  const { t } = useTranslation('org')
  const { data, error, refetch } = useAllRoles()
  const [edited, setEdited] = useState<Edited>()
  const [holders, setHolders] = useState<Role>()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited({})}>
      {t('role.add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('role.title')} note={t('role.note')} actions={add} />
      <div className={styles.roles}>
        {data.items.map((role) => (
          <Card
            key={role.id}
            title={
              <>
                {role.name} <code className={styles.code}>{role.code}</code>
              </>
            }
            extra={
              <span className={styles.acts}>
                {role.built_in && <StateTag tone="neutral" text={t('role.built_in')} />}
                <Button size="small" icon={<TeamOutlined />} onClick={() => setHolders(role)}>
                  {t('role.holders', { count: role.users })}
                </Button>
                {role.built_in ? (
                  <Button size="small" icon={<CopyOutlined />} onClick={() => setEdited({ from: role })}>
                    {t('role.copy')}
                  </Button>
                ) : (
                  <Button size="small" icon={<EditOutlined />} onClick={() => setEdited({ role })}>
                    {t('edit')}
                  </Button>
                )}
              </span>
            }
          >
            <Grants role={role} />
          </Card>
        ))}
      </div>
      <Drawer title={t('role.who_has', { name: holders?.name ?? '' })} open={holders !== undefined} onClose={() => setHolders(undefined)} size="min(440px, 100vw)" destroyOnHidden>
        {holders && <Holders role={holders} />}
      </Drawer>
      <OnceOpened isOpen={edited !== undefined}>
        <RoleEditor key={edited?.role?.id ?? edited?.from?.id ?? 'new'} isOpen={edited !== undefined} role={edited?.role} from={edited?.from} onClose={() => setEdited(undefined)} />
      </OnceOpened>
    </>
  )
}

/** Folded: ten roles with thirty permissions each are a wall. */
function Grants({ role }: { role: Role }) {
  const { t } = useTranslation('org')
  const { data } = usePermissions()
  const grants = Object.entries(role.grants)
  const nameOf = (permission: string) => data?.items.find((each) => each.permission === permission)?.name ?? permission
  if (grants.length === 0) return <p className={styles.none}>{t('role.nothing')}</p>
  return (
    <details className={styles.grants}>
      <summary>{t('role.may', { count: grants.length })}</summary>
      <dl>
        {grants.map(([permission, scope]) => (
          <div key={permission}>
            <dt>{nameOf(permission)}</dt>
            <dd>{t(`scope.${scope}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
