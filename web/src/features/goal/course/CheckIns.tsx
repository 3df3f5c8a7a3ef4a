import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { amountText, roundedText } from '@/components/grid/amounts'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import styles from '../cards/Cards.module.css'
import { useAcknowledge } from '../requests/useCourse'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { CONFIDENCE_TONE } from '../states'

type CheckIn = GoalItem['check_ins'][number]

/** The check-ins of a goal, newest first, with the numbers as they stood that day and what the supervisor said. */
export function CheckIns({ card, item }: { card: GoalCard; item: GoalItem }) {
  const { t } = useTranslation('goal')
  if (item.check_ins.length === 0) return null
  return (
    <section>
      <h3>{t('check_in.heading')}</h3>
      <ul className={styles.entries}>
        {item.check_ins.toReversed().map((checkIn) => (
          <li key={checkIn.id}>
            <header>
              <strong>{t('check_in.number', { number: checkIn.number })}</strong> <StateTag tone={CONFIDENCE_TONE[checkIn.confidence]} text={t(`confidence.${checkIn.confidence}`)} /> {checkIn.by_name} <RelativeTime at={checkIn.at} short />
            </header>
            <p>
              {checkIn.actual !== null && <strong>{t('course.actual', { actual: amountText(checkIn.actual), unit: item.unit ?? '', completion: roundedText(checkIn.completion) || '—' })} · </strong>}
              {checkIn.expected !== null && <span className={styles.quiet}>{t(checkIn.against_line === null ? 'course.expected_only' : 'course.expected', { expected: roundedText(checkIn.expected, 2), against: roundedText(checkIn.against_line) })} · </span>}
              {checkIn.finding}
            </p>
            {(['obstacle', 'catch_up', 'help'] as const).map((key) => checkIn[key] && <Said key={key} label={t(`check_in.${key}`)} text={checkIn[key]} />)}
            <Answer card={card} checkIn={checkIn} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <p>
      <span className={styles.quiet}>{label}：</span>
      {text}
    </p>
  )
}

function Answer({ card, checkIn }: { card: GoalCard; checkIn: CheckIn }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const acknowledge = useAcknowledge(card)
  const [answer, setAnswer] = useState('')
  if (checkIn.acknowledged_at) {
    return (
      <p className={styles.quiet}>
        {t('check_in.acknowledged', { name: checkIn.acknowledged_by_name ?? '' })} <RelativeTime at={checkIn.acknowledged_at} short />
        {checkIn.answer && `：${checkIn.answer}`}
      </p>
    )
  }
  if (!card.may.includes('acknowledge')) return null
  const send = () => acknowledge.mutate({ id: checkIn.id, answer: answer.trim() }, { onSuccess: () => toast.success(t('check_in.acknowledge_done')), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <div className={styles.answer}>
      <Input value={answer} maxLength={1000} aria-label={t('check_in.answer')} placeholder={t('check_in.answer')} onChange={(event) => setAnswer(event.target.value)} onPressEnter={send} />
      <Button loading={acknowledge.isPending} onClick={send}>
        {t('check_in.acknowledge')}
      </Button>
    </div>
  )
}
