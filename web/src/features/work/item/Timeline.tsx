import { useTranslation } from 'react-i18next'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { PageSkeleton } from '@/components/PageSkeleton'
import { type TimelineEntry, TimelineList } from '@/components/TimelineList'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import { useKinds } from '../requests/useKinds'
import { useTimeline } from '../requests/useTimeline'

type Entry = Schema<'EntryView'>

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

export function Timeline({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const list = useTimeline(itemId)
  const valueText = useValueText()
  if (list.isLoading) return <PageSkeleton />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} onRetry={list.reload} />
  const entryOf = (entry: Entry): TimelineEntry => {
    const isRecorded = entry.event === 'followup.recorded'
    const isFollowUp = isRecorded || entry.event === 'followup.imported'
    const valueOf = (field: string) => entry.changes.find((change) => change.field === field)?.to ?? ''
    const method = valueText('method', valueOf('method'))
    return {
      id: entry.id,
      at: entry.at,
      actor_name: entry.actor_name,
      text: isRecorded ? t('history.followed_up', { method }) : t(`event.${entry.event}`),
      note: isFollowUp ? [valueOf('finding'), valueOf('solution') && t('history.solution', { solution: valueOf('solution') })].filter(Boolean).join('\n') : entry.note,
      changes: entry.changes
        .filter((change) => !isFollowUp || (change.field === 'next_follow_up_at' && change.to))
        // What a follow-up's time was before is said by the follow-up before it.
        .map((change) => ({ field: change.field, from: isFollowUp ? '' : valueText(change.field, change.from), to: valueText(change.field, change.to) })),
      isProminent: isFollowUp,
    }
  }
  return (
    <>
      <TimelineList entries={list.items.map(entryOf)} fieldText={(field) => t(`field.${field}`)} />
      {list.hasMore && <MoreRows list={list} />}
    </>
  )
}

/** History keeps the words of the record; people read them in theirs. */
function useValueText(): (field: string, value: string) => string {
  const { t: word } = useTranslation('followup')
  const { t: delay } = useTranslation('delays')
  const { t: plan } = useTranslation('planning')
  const { nameOf } = useKinds()
  const time = useTimeText()
  return (field, value) => {
    if (!value) return ''
    if (INSTANT.test(value)) return time.exact(value)
    if (field === 'state') return word(`stage.${value}`)
    if (field === 'delay_cause') return delay(`cause.${value}`)
    if (field === 'levelled') return plan(`levelled.${value === 'true' ? 'yes' : 'no'}`)
    if (field === 'method') return word(`method.${value}`)
    if (field === 'importance') return word(`importance.${value}`)
    if (field === 'kind') return nameOf(value) || value
    return field === 'progress' ? `${value}%` : value
  }
}
