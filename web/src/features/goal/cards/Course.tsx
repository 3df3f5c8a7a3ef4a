import { useTranslation } from 'react-i18next'
import { amountText, roundedText } from '@/components/grid/amounts'
import type { GoalItem } from '../requests/useGoalCard'
import { useGoalSettings } from '../requests/useGoalSettings'
import styles from './Cards.module.css'

/** How far a goal is against where the time-proportional line stands today. */
export function Course({ item, elapsed }: { item: GoalItem; elapsed: number }) {
  const { t } = useTranslation('goal')
  const { data: settings } = useGoalSettings()
  const done = Math.max(0, Math.min(100, Number(item.completion ?? 0)))
  // As the exceptions have it: a little behind is as planned.
  const isBehind = item.against_line !== null && Number(item.against_line) < 100 - Number(settings?.tolerance ?? 0)
  const said = item.actual === null ? t('course.unknown') : t('course.actual', { actual: amountText(item.actual), unit: item.unit ?? (item.target ? '' : '%'), completion: roundedText(item.completion) || '—' })
  const line = item.expected === null ? undefined : t(item.against_line === null ? 'course.expected_only' : 'course.expected', { expected: roundedText(item.expected, 2), against: roundedText(item.against_line) })
  return (
    <div className={styles.course}>
      <div className={styles.bar} role="img" aria-label={[said, line].filter(Boolean).join(t('separator'))}>
        <span className={isBehind ? styles.behind : styles.ahead} style={{ width: `${done}%` }} />
        <i style={{ left: `${Math.min(100, elapsed)}%` }} title={t('course.line', { percent: elapsed })} />
      </div>
      <p>
        {said}
        {line && <span className={isBehind ? styles.wrong : styles.quiet}> · {line}</span>}
      </p>
    </div>
  )
}
