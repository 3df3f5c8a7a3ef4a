import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { amountText } from '@/components/grid/amounts'
import type { GoalCard } from '../requests/useGoalCard'
import styles from './Cards.module.css'
import { EvaluationAnswer } from './EvaluationAnswer'

/** The composite score and, opened, how it came about: every number with its inputs. */
export function CalculationCard({ card }: { card: GoalCard }) {
  const { t } = useTranslation('goal')
  const [isOpen, setOpen] = useState(false)
  const { calculation } = card
  if (!calculation) return null
  const formula = t('score.formula', { sum: calculation.sum, difficulty: calculation.difficulty, after: calculation.after_difficulty, effort: calculation.effort, score: calculation.score })
  return (
    <Card
      title={t('score.title')}
      extra={
        <Button type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'score.close' : 'score.open')}
        </Button>
      }
    >
      <p className={styles.score}>
        <strong>{calculation.shown}</strong> <span>{t('score.grade', { grade: calculation.grade })}</span>
      </p>
      {card.self_summary && <Said label={t('score.self')} text={card.self_summary} />}
      {card.supervisor_summary && <Said label={t('score.supervisor')} text={card.supervisor_summary} />}
      {card.talk && <Said label={t('score.talk')} text={card.talk} />}
      <EvaluationAnswer card={card} />
      {isOpen && (
        <>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {['what', 'weight', 'target', 'actual', 'completion', 'counted', 'score'].map((key) => (
                    <th key={key} scope="col">
                      {t(`score.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {calculation.lines.map((line) => (
                  <tr key={line.item_id}>
                    <th scope="row">{line.what}</th>
                    <td>{line.weight} %</td>
                    <td>
                      {amountText(line.target)} {line.unit}
                      {line.original_target && line.original_target !== line.target && <small> {t('score.original', { target: amountText(line.original_target) })}</small>}
                    </td>
                    <td>
                      {amountText(line.actual)} {line.unit}
                    </td>
                    <td title={t(`score.completion_${line.better}`)}>{line.completion} %</td>
                    <td>
                      {line.counted} %{line.capped && <small> {t('score.capped', { cap: calculation.cap })}</small>}
                    </td>
                    <td>{line.score}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className={styles.formula}>{formula}</p>
          <p>{t('score.factors', { difficulty: calculation.difficulty_reason || '—', effort: calculation.effort_reason || '—' })}</p>
          <p className={styles.quiet}>{calculation.bands.map((band) => t('score.band', { grade: band.grade, from: band.from })).join('；')}</p>
        </>
      )}
    </Card>
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
