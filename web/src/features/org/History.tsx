import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { PageSkeleton } from '@/components/PageSkeleton'
import { TimelineList } from '@/components/TimelineList'
import { useHistory } from './requests/useHistory'

/** How a person or a department came to be what it is. */
export function History({ of, id }: { of: 'employee' | 'department'; id: string }) {
  const { t } = useTranslation('org')
  const list = useHistory(of, id)
  if (list.isLoading) return <PageSkeleton />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.items.length === 0) return <EmptyState small title={t('history.none')} text={t('history.none_text')} />
  return (
    <>
      <TimelineList entries={list.items.map((entry) => ({ ...entry, text: entry.event_text }))} />
      {list.hasMore && <MoreRows list={list} />}
    </>
  )
}
