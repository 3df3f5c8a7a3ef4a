import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonName } from '@/components/Person'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import styles from '../cards/Cards.module.css'
import { GoalTabs } from '../GoalTabs'
import { useExceptions } from '../requests/useExceptions'

type Departure = Schema<'ExceptionView'>

/** Management by exception: only what departs from the plan, and what went notably well. */
export function ExceptionsPage() {
  const { t } = useTranslation('goal')
  const { filters, set } = useListState(['reach'])
  const maySupervise = useMay('goal.supervise')
  const { data, error, refetch } = useExceptions(filters.reach === 'all')
  return (
    <>
      <PageHeader title={t('exception.heading')} note={data ? t('exception.note', { goals: data.goals, planned: data.as_planned, tolerance: data.tolerance }) : t('exception.about')} />
      <GoalTabs shown="exceptions" />
      {maySupervise && (
        <div className={styles.tools}>
          <Segmented aria-label={t('exception.reach')} value={filters.reach ?? 'mine'} onChange={(next) => set({ reach: next === 'mine' ? undefined : next })} options={['mine', 'all'].map((value) => ({ value, label: t(`exception.${value}`) }))} />
        </div>
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <>
          <Card title={t('exception.departures')}>{data.departures.length === 0 ? <EmptyState small title={t('exception.none')} text={t('exception.none_text')} /> : <Entries entries={data.departures} />}</Card>
          {data.praise.length > 0 && (
            <Card title={t('exception.praise')}>
              <Entries entries={data.praise} />
            </Card>
          )}
        </>
      )}
    </>
  )
}

function Entries({ entries }: { entries: Departure[] }) {
  const { t } = useTranslation('goal')
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={`${entry.kind}/${entry.item_id}`}>
          <header>
            <StateTag tone={entry.kind === 'notably_well' ? 'done' : 'late'} text={t(`exception_kind.${entry.kind}`)} /> <PersonName name={entry.person.name} /> <Link to={`/goals/cards/${entry.card_id}`}>{entry.what}</Link>
          </header>
          <p>{entry.text}</p>
          <p className={styles.quiet}>{entry.prompt}</p>
        </li>
      ))}
    </ul>
  )
}
