import { Alert, Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OnceOpened } from '@/components/OnceOpened'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import type { Way } from '../handoff/AnswerHandoff'
import { useWithdrawHandoff } from '../requests/useHandoffs'
import styles from './Item.module.css'

const AnswerHandoff = lazy(async () => ({ default: (await import('../handoff/AnswerHandoff')).AnswerHandoff }))

/** What is out of the ordinary: a handoff nobody answered yet, why it rests, why it came back. */
export function Notices({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('work')
  return (
    <>
      {item.state === 'draft' && <Alert className={styles.notice} type="info" title={t('reason.draft')} />}
      {item.pending_handoff && <PendingHandoff handoff={item.pending_handoff} ownerId={item.standing.owner.id} />}
      {item.state_reason && ['on_hold', 'returned', 'cancelled'].includes(item.state) && (
        <Alert
          className={styles.notice}
          type={item.state === 'returned' ? 'warning' : 'info'}
          title={
            <>
              {t(`reason.${item.state}`, { reason: item.state_reason })}
              {item.hold_until && (
                <>
                  {' '}
                  {t('reason.until')} <RelativeTime at={item.hold_until} short />
                </>
              )}
            </>
          }
        />
      )}
    </>
  )
}

function PendingHandoff({ handoff, ownerId }: { handoff: Schema<'HandoffView'>; ownerId: string }) {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const problemText = useProblemText()
  const time = useTimeText()
  const withdraw = useWithdrawHandoff()
  const [way, setWay] = useState<Way>()
  const isForMe = handoff.to.id === user.employee_id
  const isMine = [handoff.from.id, ownerId].includes(user.employee_id ?? '')
  const onError = (error: unknown) => toast.error(problemText(asProblem(error)))
  const act = (
    <>
      {isForMe && (
        <>
          <Button size="small" onClick={() => setWay('question')}>
            {t('handoff.other_answer')}
          </Button>
          <Button size="small" type="primary" onClick={() => setWay('accept')}>
            {t('handoff.accept')}
          </Button>
        </>
      )}
      {isMine && !isForMe && (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(handoff, { onError })}>
          {t('handoff.withdraw')}
        </Button>
      )}
    </>
  )
  return (
    <>
      <Alert
        className={styles.notice}
        type={handoff.late ? 'error' : 'warning'}
        title={
          <>
            {isForMe ? t('handoff.for_me', { from: handoff.from.name }) : t('handoff.pending_for', { from: handoff.from.name, to: handoff.to.name })}
            {t('handoff.separator')}
            {t(handoff.late ? 'handoff.answer_late' : 'handoff.answer_by', { at: time.short(handoff.answer_due_at) })}
          </>
        }
        description={
          handoff.stand_in ? (
            <>
              <p>{t('handoff.away', { name: handoff.to.name, deputy: handoff.stand_in.name })}</p>
              {handoff.note}
            </>
          ) : (
            handoff.note || undefined
          )
        }
        action={act}
      />
      <OnceOpened isOpen={way !== undefined}>
        <AnswerHandoff handoff={way && handoff} way={way ?? 'accept'} onClose={() => setWay(undefined)} />
      </OnceOpened>
    </>
  )
}
