import { useTranslation } from 'react-i18next'
import { amountText, roundedText } from '@/components/grid/amounts'
import { useShownAmount } from '@/components/grid/wan'
import { useTimeText } from '@/lib/useTimeText'
import { counted, elapsed, filled } from '../progress'
import type { GoalItem } from '../requests/useGoalCard'
import { useGoalSettings } from '../requests/useGoalSettings'
import styles from './Cards.module.css'

/** How far a goal is against the time-proportional line, up to the day it is due: of the day the number was said, until the next look is due. */
export function Course({ item, from, to }: { item: GoalItem; from: string; to: string }) {
  const { t } = useTranslation('goal')
  const time = useTimeText()
  const { data: settings } = useGoalSettings()
  const shown = useShownAmount()
  const actual = shown(item.actual, item.unit)
  // As the exceptions have it: a little behind is as planned.
  const isBehind = item.against_line !== null && Number(item.against_line) < 100 - Number(settings?.tolerance ?? 0)
  const said = item.actual === null ? t('course.unknown') : t(item.better === 'lower' && item.target !== null ? 'course.used' : 'course.actual', { actual: amountText(actual.amount), target: amountText(shown(item.target, item.unit).amount), unit: actual.unit || (item.target ? '' : '%'), completion: roundedText(counted(item.completion, settings?.completion_cap)) || '—' })
  const today = time.civil(time.now).date
  const passed = elapsed(from, to, today)
  const day = item.line_on === null || item.line_on === today ? undefined : time.day(item.line_on)
  const line = item.expected === null ? undefined : t(item.against_line === null ? 'course.expected_only' : day ? 'course.expected_on' : 'course.expected', { expected: roundedText(shown(item.expected, item.unit).amount, 2), against: roundedText(item.against_line), day })
  return (
    <div className={styles.course}>
      <div className={styles.bar} role="img" aria-label={[said, line].filter(Boolean).join(t('separator'))}>
        <span className={isBehind ? styles.behind : styles.ahead} style={{ width: `${filled(item)}%` }} />
        <i style={{ left: `${passed}%` }} title={t('course.line', { percent: passed })} />
      </div>
      <p>
        {said}
        {line && <span className={isBehind ? styles.wrong : styles.quiet}> · {line}</span>}
      </p>
    </div>
  )
}
