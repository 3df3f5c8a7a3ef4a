import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { useRatingReport } from '../requests/useReports'
import { Report } from './Report'

interface Props {
  by: Schema<'RatingGroup'>
  from: string
  until: string
}

/** How content those who asked were; below five ratings their number alone. */
export function RatingReport(query: Props) {
  const { t } = useTranslation('analysis')
  const report = useRatingReport(query)
  const nameOf = (line: Schema<'RatingLine'>) => line.name ?? t('no_department')
  const average = (line: Schema<'RatingLine'>) => (line.average_percent === null ? null : (line.average_percent / 100).toFixed(2))
  return (
    <Report
      title={t('ratings.title')}
      note={t('ratings.note')}
      query={report}
      fileName={`${t('ratings.title')} ${query.from} ${query.until}.csv`}
      heads={[t(`by_head.${query.by}`), t('ratings.count'), t('ratings.average'), t('ratings.low')]}
      rowKey={(line) => line.key ?? ''}
      cells={(line) => [nameOf(line), line.ratings, average(line) ?? '', line.low ?? '']}
      shown={(line) => [nameOf(line), line.ratings, average(line) ?? t('ratings.too_few'), line.low ?? '—']}
    />
  )
}
