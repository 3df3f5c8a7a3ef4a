import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { QueueList } from '@/components/followup/QueueList'
import { QUEUE_LIMIT, useQueue } from '@/components/followup/requests/useQueue'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { useQueryClient } from '@tanstack/react-query'
import { addDays, instantAt } from '@/lib/civilTime'
import { useChangesOfMany } from '@/lib/live'
import { queueKey } from '@/lib/queryKeys'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import styles from './FollowUpsPage.module.css'
import { RecordAny } from './RecordAny'

const RANGES = ['today', 'week', 'all'] as const
type Range = (typeof RANGES)[number]

function useUntil(range: Range): string | undefined {
  const time = useTimeText()
  const today = time.civil(time.now).date
  if (range === 'today') return undefined
  return range === 'week' ? instantAt(addDays(today, 8), '00:00', time.zone) : '2100-01-01T00:00:00.000Z'
}

/** All I own by its next follow-up, as far ahead as wanted. */
export function FollowUpsPage() {
  const { t } = useTranslation('followup')
  const time = useTimeText()
  const queryClient = useQueryClient()
  const { filters, set } = useListState(['range', 'order', 'record'])
  const range = RANGES.find((each) => each === filters.range) ?? 'today'
  const isByTime = filters.order === 'time'
  const queue = useQueue(useUntil(range))
  useChangesOfMany('work_item', () => void queryClient.invalidateQueries({ queryKey: queueKey }))

  const standings = queue.data ?? []
  const shown = isByTime ? standings.toSorted((a, b) => (a.next_follow_up_at ?? '').localeCompare(b.next_follow_up_at ?? '')) : standings
  const record = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => set({ record: '1' })}>
      {t('page.record')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('page.title')} note={t('page.note')} actions={record} />
      <div className={styles.bar}>
        <Segmented<Range> aria-label={t('page.until')} value={range} onChange={(next) => set({ range: next === 'today' ? undefined : next })} options={RANGES.map((value) => ({ value, label: t(`page.${value}`) }))} />
        <Segmented aria-label={t('page.order')} value={isByTime ? 'time' : 'urgency'} onChange={(next) => set({ order: next === 'time' ? 'time' : undefined })} options={[{ value: 'urgency', label: t('page.by_urgency') }, { value: 'time', label: t('page.by_time') }]} />
      </div>
      {queue.isPending && <PageSkeleton />}
      {queue.error && !queue.data && <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.data && shown.length === 0 && <NothingDue range={range} onWeek={() => set({ range: 'week' })} />}
      {shown.length > 0 && (
        <QueueList
          standings={shown}
          label={t('page.title')}
          takesFocus
          groupOf={isByTime ? (standing) => (standing.follow_up_overdue ? t('page.overdue') : time.day(time.civil(standing.next_follow_up_at ?? time.now).date)) : undefined}
        />
      )}
      {standings.length === QUEUE_LIMIT && <p className={styles.limited}>{t('page.limited', { count: QUEUE_LIMIT })}</p>}
      <RecordAny isOpen={filters.record !== undefined} onClose={() => set({ record: undefined })} />
    </>
  )
}

function NothingDue({ range, onWeek }: { range: Range; onWeek: () => void }) {
  const { t } = useTranslation('followup')
  const create = (
    <Link to="/work-items?new=1">
      <Button type={range === 'today' ? 'default' : 'primary'} icon={<PlusOutlined />}>
        {t('page.new_item')}
      </Button>
    </Link>
  )
  if (range !== 'today') return <EmptyState title={t('page.none_all_title')} text={t('page.none_all_text')} action={create} />
  const actions = (
    <div className={styles.actions}>
      <Button type="primary" onClick={onWeek}>
        {t('page.show_week')}
      </Button>
      {create}
    </div>
  )
  return <EmptyState title={t('page.none_title')} text={t('page.none_text')} action={actions} />
}
