import { Alert } from 'antd'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '@/lib/api-types'
import { useDependencies } from '../requests/useDependencies'
import styles from './Plan.module.css'

type Dependency = Schema<'DependencyView'>

/** On a part of a plan: what has to be done first, and what waits for this. */
export function Waits({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('planning')
  const { data } = useDependencies(item.id, item.parent_id !== null)
  if (!data || item.standing.state === 'closed') return null
  const open = data.before.filter(isOpen)
  const followers = data.after.filter(isOpen)
  if (open.length === 0 && followers.length === 0) return null
  const hasBegun = !['draft', 'assigned', 'accepted'].includes(item.state)
  return (
    <Alert
      className={styles.waits}
      type={open.length > 0 && !hasBegun ? 'warning' : 'info'}
      title={
        <>
          {open.length > 0 && (
            <p>
              <Trans t={t} i18nKey={hasBegun ? 'waits.after_these' : 'waits.until_done'} components={{ items: <Items items={open} /> }} />
            </p>
          )}
          {followers.length > 0 && (
            <p>
              <Trans t={t} i18nKey="waits.followers" components={{ items: <Items items={followers} /> }} />
            </p>
          )}
        </>
      }
    />
  )
}

const isOpen = (dependency: Dependency) => dependency.state !== 'done' && dependency.state !== 'cancelled'

function Items({ items }: { items: Dependency[] }) {
  const { t } = useTranslation('planning')
  return (
    <>
      {items.map((item, index) => (
        <span key={item.id}>
          {index > 0 && t('separator')}
          <Link to={`/work-items/${item.id}`} title={item.number}>
            {item.title}
          </Link>
        </span>
      ))}
    </>
  )
}
