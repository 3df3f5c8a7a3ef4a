import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ErrorState } from '@/components/ErrorState'
import { FollowUpDrawer } from '@/components/followup/FollowUpDrawer'
import type { Followed } from '@/components/followup/FollowUpForm'
import { FollowUpForm, useFollowUpFormSoon } from '@/components/followup/LazyFollowUpForm'
import { StandingLine } from '@/components/followup/StandingLine'
import { PageSkeleton } from '@/components/PageSkeleton'
import type { Schema } from '@/lib/api-types'
import { useChanges } from '@/lib/live'
import { workItemKey } from '@/lib/queryKeys'
import { useIsPhone } from '@/lib/useMedia'
import { useWorkItem } from '../requests/useWorkItem'
import { BriefCard } from '../brief/BriefCard'
import { DelayReports } from '../delays/DelayReports'
import { OverdueNotice } from '../delays/OverdueNotice'
import { FollowUpPlan } from '../cadence/FollowUpPlan'
import { GiveUp } from '../cadence/GiveUp'
import { Negotiation } from '../handoff/Negotiation'
import { Rounds } from '../judging/Rounds'
import { LettersCard } from '../letters/LettersCard'
import { Waits } from '../planning/Waits'
import { RequesterCard } from '../requester/RequesterCard'
import { Attachments } from './Attachments'
import { Custody } from './Custody'
import { Facts } from './Facts'
import { History } from './History'
import { ItemHeader } from './ItemHeader'
import styles from './Item.module.css'
import { Lessons } from './Lessons'
import { Notices } from './Notices'
import { PhaseStrip } from './PhaseStrip'
import { SubItems } from './SubItems'

const PlanCard = lazy(async () => ({ default: (await import('../planning/PlanCard')).PlanCard }))

interface Props {
  id: string
  /** In a drawer beside the list. */
  isBeside?: boolean
}

/** Where one item stands, its facts, and everything that happened. Stays fresh while others work on it. */
export function ItemView({ id, isBeside = false }: Props) {
  const queryClient = useQueryClient()
  const { data: item, error, isPending, refetch } = useWorkItem(id)
  useChanges('work_item', (changed) => changed === id && void queryClient.invalidateQueries({ queryKey: workItemKey(id) }))
  if (isPending) return <PageSkeleton />
  if (!item) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <Shown item={item} isBeside={isBeside} />
}

function Shown({ item, isBeside }: { item: Schema<'WorkItemView'>; isBeside: boolean }) {
  const isPhone = useIsPhone()
  useFollowUpFormSoon()
  const [isRecording, setRecording] = useState(false)
  const followed: Followed = { id: item.standing.id, number: item.number, title: item.title, isClosed: item.standing.state === 'closed' }
  const stop = () => setRecording(false)
  return (
    <div className={styles.item}>
      <ItemHeader item={item} isBeside={isBeside} onRecord={() => setRecording(true)} />
      <StandingLine standing={item.standing} />
      <PhaseStrip item={item} />
      <Notices item={item} />
      <GiveUp item={item} part="answers" />
      <OverdueNotice item={item} className={styles.notice} />
      <Waits item={item} />
      {isRecording && !isPhone && (
        <div className={styles.recording}>
          <FollowUpForm followed={followed} onClose={stop} isInline />
        </div>
      )}
      {isPhone && <FollowUpDrawer followed={isRecording ? followed : undefined} onClose={stop} />}
      {item.sub_items > 1 && !isBeside && (
        <div className={styles.plan}>
          <Suspense fallback={null}>
            <PlanCard parentId={item.id} />
          </Suspense>
        </div>
      )}
      <div className={styles.columns}>
        <div>
          <DelayReports item={item} />
          <Negotiation item={item} />
          <Rounds rounds={item.rounds} />
          <Lessons item={item} />
          <BriefCard key={item.id} item={item} />
          <Facts item={item} />
          <FollowUpPlan item={item} />
          <SubItems item={item} />
          <RequesterCard item={item} />
          <div className={styles.later}>
            <Custody item={item} />
            <LettersCard item={item} />
            <Attachments itemId={item.id} />
          </div>
        </div>
        <History item={item} />
      </div>
    </div>
  )
}
