import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { amountText, roundedText } from '@/components/grid/amounts'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import styles from '../cards/Cards.module.css'
import { useAnswerRevision } from '../requests/useCourse'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { useRevisionConsequences } from '../requests/useRevisionConsequences'
import { Consequences } from './Consequences'

type Revision = Schema<'RevisionView'>
const TONE = { waiting: 'waiting', approved: 'done', declined: 'late' } as const

/** How a committed goal was changed: the old value stays in sight. */
export function Revisions({ card, item }: { card: GoalCard; item: GoalItem }) {
  const { t } = useTranslation('goal')
  if (item.revisions.length === 0) return null
  return (
    <section>
      <h3>{t('revision.heading')}</h3>
      <ul className={styles.entries}>
        {item.revisions.map((revision) => (
          <RevisionEntry key={revision.id} cardId={card.id} revision={revision} />
        ))}
      </ul>
    </section>
  )
}

export function RevisionEntry({ cardId, revision }: { cardId: string; revision: Revision }) {
  const { t } = useTranslation('goal')
  const unit = revision.unit ?? ''
  const { data: consequences } = useRevisionConsequences(revision)
  return (
    <li>
      <header>
        <strong>{t('revision.line', { old: amountText(revision.old_value), new: amountText(revision.new_value), unit })}</strong> <StateTag tone={TONE[revision.state]} text={t(`revision.${revision.state}`)} /> {t(`revision_kind.${revision.kind}`)} · {revision.asked_by_name}{' '}
        <RelativeTime at={revision.asked_at} short />
      </header>
      <p>{revision.evidence}</p>
      {consequences && <Consequences preview={consequences} unit={unit} />}
      {!consequences && revision.parent_sum_after !== null && <p className={styles.quiet}>{t('revision.parent_sum', { before: roundedText(revision.parent_sum_before, 2), after: roundedText(revision.parent_sum_after, 2), unit })}</p>}
      <p className={styles.quiet}>
        {[revision.supervisor_at && t('revision.agreed_by', { name: revision.supervisor_name ?? '' }), revision.parent_at && t('revision.agreed_by', { name: revision.parent_owner_name ?? '' }), revision.answer_reason].filter(Boolean).join(' · ')}
      </p>
      <Decide cardId={cardId} revision={revision} />
    </li>
  )
}

function Decide({ cardId, revision }: { cardId: string; revision: Revision }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const { user } = useSession()
  const answer = useAnswerRevision({ id: cardId })
  const [reason, setReason] = useState('')
  const me = user.employee_id
  const isMine = (revision.supervisor_id === me && !revision.supervisor_at) || (revision.parent_owner_id === me && !revision.parent_at)
  if (revision.state !== 'waiting' || !me || !isMine) return null
  const send = (approved: boolean) =>
    answer.mutate({ id: revision.id, form: { approved, reason: reason.trim() || null } }, { onSuccess: () => toast.success(t(approved ? 'revision.approve_done' : 'revision.decline_done')), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <div className={styles.answer}>
      <Input value={reason} maxLength={1000} aria-label={t('revision.reason')} placeholder={t('revision.reason')} onChange={(event) => setReason(event.target.value)} />
      <Button type="primary" loading={answer.isPending} onClick={() => send(true)}>
        {t('revision.approve')}
      </Button>
      <Button danger onClick={() => send(false)}>
        {t('revision.decline')}
      </Button>
    </div>
  )
}
