import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { type Step, useCardStep } from '../requests/useCardSteps'
import type { GoalCard } from '../requests/useGoalCard'
import styles from './Cards.module.css'

/** What the person says to the evaluation, and the supervisor to a question. A question is answered before the card closes. */
export function EvaluationAnswer({ card }: { card: GoalCard }) {
  const { t } = useTranslation('goal')
  return (
    <section aria-label={t('answer.title')}>
      {card.answer && card.answered_at && (
        <p>
          <StateTag tone={card.answer === 'agreed' ? 'done' : 'waiting'} text={t(`answer.${card.answer}`)} /> {card.person.name} <RelativeTime at={card.answered_at} short />
          {card.answer_note && `：${card.answer_note}`}
        </p>
      )}
      {card.reply && card.replied_at && (
        <p className={styles.quiet}>
          {t('answer.replied', { name: card.replied_by_name ?? '' })} <RelativeTime at={card.replied_at} short />：{card.reply}
        </p>
      )}
      {card.may.includes('answer_evaluation') && <Ask card={card} label={t('answer.note')} acts={['agreed', 'questioned']} />}
      {card.may.includes('reply') && <Ask card={card} label={t('answer.reply')} acts={['reply']} />}
    </section>
  )
}

type Word = 'agreed' | 'questioned' | 'reply'
const stepOf = (word: Word, text: string): Step => (word === 'reply' ? { act: 'reply', reply: text } : { act: 'answer_evaluation', form: { answer: word, note: text || null } })

function Ask({ card, label, acts }: { card: GoalCard; label: string; acts: Word[] }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const step = useCardStep(card)
  const [text, setText] = useState('')
  const send = (word: Word) => step.mutate(stepOf(word, text.trim()), { onSuccess: () => (setText(''), toast.success(t(`answer.done_${word}`))), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <div className={styles.answer}>
      <Input.TextArea value={text} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} aria-label={label} placeholder={label} onChange={(event) => setText(event.target.value)} />
      {acts.map((word) => (
        <Button key={word} type={word === 'questioned' ? 'default' : 'primary'} loading={step.isPending} disabled={word !== 'agreed' && !text.trim()} onClick={() => send(word)}>
          {t(`answer.act_${word}`)}
        </Button>
      ))}
    </div>
  )
}
