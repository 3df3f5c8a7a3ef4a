import { useTranslation } from 'react-i18next'
import { amountText } from '@/components/grid/amounts'
import { StateTag } from '@/components/StateTag'
import type { Sheet } from '../requests/useTargetSheet'
import { gapText } from './figures'
import styles from './Targets.module.css'

/** Sums agree: what was given from above, what its parts come to, and what is missing. Always shown where something was given. */
export function Gaps({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('goal')
  const gaps = sheet.totals.flatMap((totals) => totals.gaps.map((gap) => ({ ...gap, measure: sheet.measures.find((measure) => measure.id === totals.measure_id) })))
  if (gaps.length === 0) return null
  const labelOf = (columns: number[]) => columns.map((column) => sheet.columns.find((each) => each.column === column)?.label ?? '').join('、') || t('gap.whole')
  return (
    <ul className={styles.gaps} aria-label={t('gap.title')}>
      {gaps.map((gap) => (
        <li key={`${gap.measure?.id}/${gap.columns.join()}`}>
          <span>
            {sheet.totals.length > 1 && `${gap.measure?.name ?? ''} · `}
            {labelOf(gap.columns)}
          </span>
          <strong>{t('gap.line', { given: amountText(gap.given), planned: amountText(gap.planned) })}</strong>
          <StateTag tone={gap.gap === '0' ? 'done' : 'late'} text={gapText(gap.gap, t)} />
        </li>
      ))}
    </ul>
  )
}
