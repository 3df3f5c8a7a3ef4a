import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { QueueList } from '@/components/followup/QueueList'
import { useQueue } from '@/components/followup/requests/useQueue'
import { GoalDesk } from '@/components/goals/GoalDesk'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { useChangesOfMany } from '@/lib/live'
import { awaitedKey, countsKey, handoffsKey, queueKey, workItemsKey } from '@/lib/queryKeys'
import { useSession } from '@/lib/session'
import { useIsPhone } from '@/lib/useMedia'
import { useTimeText } from '@/lib/useTimeText'
import { Block } from '../cadence/Block'
import { WaitingGiveUps } from '../cadence/WaitingGiveUps'
import { useCounts } from '../requests/useCounts'
import { useWaitingHandoffs } from '../requests/useHandoffs'
import { Figures } from './Figures'
import { FirstTour } from './FirstTour'
import { WaitingAnswers } from './WaitingAnswers'
import { WaitingHandoffs } from './WaitingHandoffs'
import styles from './WorkbenchPage.module.css'

function partOfDay(time: string): 'morning' | 'afternoon' | 'evening' {
  if (time < '12:00') return 'morning'
  return time < '18:00' ? 'afternoon' : 'evening'
}

/** "What do I do next?" in one look. */
export function WorkbenchPage() {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const time = useTimeText()
  const queryClient = useQueryClient()
  const isPhone = useIsPhone()
  const handoffs = useWaitingHandoffs()
  useChangesOfMany('work_item', () => void Promise.all([queueKey, countsKey, handoffsKey, awaitedKey, workItemsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey }))))

  const now = time.civil(time.now)
  const figures = <Figures waiting={handoffs.data?.length} />
  return (
    <>
      <PageHeader title={t(`workbench.greeting_${partOfDay(now.time)}`, { name: user.name })} note={<Situation today={time.day(now.date)} waiting={handoffs.data?.length} />} />
      {/* A phone shows what to do before how much there is. */}
      {!isPhone && figures}
      {handoffs.data && handoffs.data.length > 0 && (
        <Card title={t('handoff.waiting')} flush>
          <WaitingHandoffs handoffs={handoffs.data} />
        </Card>
      )}
      <WaitingAnswers />
      <WaitingGiveUps />
      <FocusQueue />
      <GoalDesk />
      {isPhone && <div className={styles.figures}>{figures}</div>}
    </>
  )
}

/** From there F records and N goes on; on a phone the first card is in focus. */
function beginWithTheFirst() {
  const first = document.querySelector<HTMLElement>('[aria-labelledby="focus-queue"] [data-row] a, [aria-labelledby="focus-queue"] article a')
  first?.scrollIntoView({ block: 'center' })
  first?.focus()
}

/** The day in a sentence: how much is due, whether it is late, where to start. */
function Situation({ today, waiting = 0 }: { today: string; waiting?: number }) {
  const { t } = useTranslation('work')
  const { data: counts } = useCounts()
  if (!counts) return <>{today}</>
  const { due_follow_ups: due, overdue_follow_ups: late } = counts
  const now = late > 0 ? t('workbench.now_late', { due, late }) : due > 0 ? t('workbench.now_due', { due }) : waiting > 0 ? '' : t('workbench.now_clear')
  return (
    <>
      <span className={styles.today}>{today}</span>
      <span className={styles.now}>{[now, waiting > 0 ? t('workbench.now_handoffs', { count: waiting }) : ''].join(' ')}</span>
    </>
  )
}

function FocusQueue() {
  const { t } = useTranslation('work')
  const queue = useQueue()
  return (
    <section aria-labelledby="focus-queue">
      <div className={styles.head}>
        <h2 id="focus-queue">{t('workbench.queue')}</h2>
        <Link to="/follow-ups?range=week" className={styles.more}>
          {t('workbench.later')}
        </Link>
      </div>
      <Block due={queue.data?.length ?? 0} onBegin={beginWithTheFirst} />
      {queue.isPending && <PageSkeleton />}
      {queue.error && !queue.data && <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.data && queue.data.length > 0 && <QueueList standings={queue.data} label={t('workbench.queue')} takesFocus />}
      {queue.data && <FirstTour />}
      {queue.data?.length === 0 && (
        <Card>
          <EmptyState
            title={t('workbench.none_title')}
            text={t('workbench.none_text')}
            action={
              <Link to="/work-items?new=1">
                <Button type="primary" icon={<PlusOutlined />}>
                  {t('new.title')}
                </Button>
              </Link>
            }
          />
        </Card>
      )}
    </section>
  )
}
