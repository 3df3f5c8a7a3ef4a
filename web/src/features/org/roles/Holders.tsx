import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonName } from '@/components/Person'
import { StateTag } from '@/components/StateTag'
import { type Role, useHolders } from '../requests/useRoles'
import styles from './Roles.module.css'

/** The accounts that have a role; each leads to the person, where roles are given and taken. */
export function Holders({ role }: { role: Role }) {
  const { t } = useTranslation('org')
  const list = useHolders(role.code)
  if (list.isLoading) return <PageSkeleton />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.items.length === 0) return <EmptyState small title={t('role.nobody')} text={t('role.nobody_text')} />
  return (
    <>
      <ul className={styles.holders}>
        {list.items.map((user) => (
          <li key={user.id}>
            <Link to={`/people?person=${user.employee_id}`}>
              <PersonName name={user.name} note={user.login} />
            </Link>
            {user.disabled && <StateTag tone="late" text={t('account.disabled')} />}
          </li>
        ))}
      </ul>
      {list.hasMore && <MoreRows list={list} />}
    </>
  )
}
