import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import type { Schema } from '@/lib/api-types'
import styles from './Touches.module.css'
import { percentOf } from './shares'

type OwnFigure = 'wins_at_first' | 'wins_after_fifth' | 'stopped_after_first'

/** What is often said, without a source, beside what one's own records say. */
export function Claims({ report }: { report: Schema<'TouchReportView'> }) {
  const { t } = useTranslation('cadence')
  return (
    <Card title={t('claims.title')}>
      <p className={styles.note}>{t('claims.note')}</p>
      <ul className={styles.claims}>
        {report.folklore.map(({ claim, share }) => (
          <li key={claim}>
            <span>{t(`claims.${claim}`)}</span>
            <strong>{percentOf(report.funnel[claim as OwnFigure])}</strong>
            <small>{t('claims.said', { share: percentOf(share) })}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
