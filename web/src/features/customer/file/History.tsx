import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { PageSkeleton } from '@/components/PageSkeleton'
import { TimelineList } from '@/components/TimelineList'
import styles from '../Customer.module.css'
import { useHistory } from '../requests/useHistory'

/** The words of the record under the names people know them by. */
const WORDS: Record<string, string> = { tier: 'tier', state: 'state', decision_role: 'role', preferred_channel: 'channel' }

export function History({ id }: { id: string }) {
  const { t } = useTranslation('customer')
  const list = useHistory(id)
  const valueText = (field: string, value: string) => (value && WORDS[field] ? t(`${WORDS[field]}.${value}`) : value)
  const entries = list.items.map((entry) => ({
    ...entry,
    text: t(`event.${entry.event}`),
    changes: entry.changes.map((change) => ({ field: change.field, from: valueText(change.field, change.from), to: valueText(change.field, change.to) })),
  }))
  return (
    <Card title={t('file.history')} flush>
      <div className={styles.timeline}>
        {list.isLoading && <PageSkeleton />}
        {Boolean(list.error) && list.items.length === 0 && <ErrorState error={list.error} onRetry={list.reload} />}
        <TimelineList entries={entries} fieldText={(field) => t(`field.${field}`)} />
        {list.hasMore && <MoreRows list={list} />}
      </div>
    </Card>
  )
}
