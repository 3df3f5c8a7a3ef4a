import { LockOutlined } from '@ant-design/icons'
import { Button, Input, Slider } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import styles from '../cards/Cards.module.css'
import { useMotivation, useRateMotivation } from '../requests/useCourse'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'

const FACTORS = ['confidence', 'desire', 'authority'] as const

/** The private factors: only the person and the supervisor ever see them. */
export function Motivation({ card, item }: { card: GoalCard; item: GoalItem }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const { data = [] } = useMotivation(card)
  const rate = useRateMotivation(card)
  const known = data.find((each) => each.item_id === item.id)
  const [typed, setTyped] = useState<Partial<Record<(typeof FACTORS)[number], number>>>({})
  const [note, setNote] = useState<string>()
  const isMine = card.role === 'person' && card.state !== 'closed'
  if (!isMine && !known) return null
  const valueOf = (factor: (typeof FACTORS)[number]) => typed[factor] ?? known?.[factor] ?? 70
  const save = () =>
    rate.mutate(
      { item: item.id, form: { confidence: valueOf('confidence'), desire: valueOf('desire'), authority: valueOf('authority'), note: (note ?? known?.note ?? '').trim() || null } },
      { onSuccess: () => toast.success(t('motivation.done')), onError: (error) => toast.error(problemText(asProblem(error))) },
    )
  return (
    <section>
      <h3>
        {t('motivation.heading')} <small className={styles.quiet}><LockOutlined aria-hidden /> {t('motivation.private')}</small>
      </h3>
      <div className={styles.factors}>
        {FACTORS.map((factor) => (
          <div key={factor}>
            <span>{t(`motivation.${factor}`)}</span>
            {isMine ? <Slider min={0} max={100} step={5} value={valueOf(factor)} ariaLabelForHandle={t(`motivation.${factor}`)} onChange={(value) => setTyped({ ...typed, [factor]: value })} /> : <strong>{known?.[factor]}</strong>}
          </div>
        ))}
      </div>
      {isMine ? (
        <Input.TextArea aria-label={t('motivation.note')} placeholder={t('motivation.note_hint')} value={note ?? known?.note ?? ''} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      ) : (
        known?.note && <p>{known.note}</p>
      )}
      {known && <p>{t('motivation.index', { index: known.index })}</p>}
      {known?.prompts.map((prompt) => (
        <p key={prompt.factor} className={styles.quiet}>
          {prompt.text}
        </p>
      ))}
      {isMine && (note !== undefined || Object.keys(typed).length > 0) && (
        <Button size="small" loading={rate.isPending} onClick={save}>
          {t('motivation.save')}
        </Button>
      )}
    </section>
  )
}
