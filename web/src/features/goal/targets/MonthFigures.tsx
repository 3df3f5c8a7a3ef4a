import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { amountText } from '@/components/grid/amounts'
import type { Sheet } from '../requests/useTargetSheet'
import styles from './Targets.module.css'

/** Below a month plan: the month before, the year so far, and the year. */
export function MonthFigures({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('goal')
  if (sheet.figures.length === 0) return null
  const percent = (value: string | null) => (value ? `${value} %` : '—')
  return (
    <Card title={t('month.title')} flush>
      <div className={styles.scroll}>
        <table className={styles.month}>
          <thead>
            <tr>
              {['measure', 'last_plan', 'last_actual', 'so_far_plan', 'so_far_actual', 'so_far_share', 'year_plan', 'year_share'].map((key) => (
                <th key={key} scope="col">
                  {t(`month.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.figures.map((figures) => (
              <tr key={figures.measure_id}>
                <th scope="row">{sheet.measures.find((measure) => measure.id === figures.measure_id)?.name}</th>
                <td>{amountText(figures.last_month?.plan) || '—'}</td>
                <td>{amountText(figures.last_month?.actual) || '—'}</td>
                <td>{amountText(figures.accumulated.plan) || '—'}</td>
                <td>{amountText(figures.accumulated.actual) || '—'}</td>
                <td>{percent(figures.accumulated_attainment)}</td>
                <td>{amountText(figures.year_plan) || '—'}</td>
                <td>{percent(figures.year_attainment)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
