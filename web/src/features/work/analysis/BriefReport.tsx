import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { ANSWERS } from '../brief/answers'
import { useBriefReport } from '../requests/useReports'
import { Report } from './Report'
import { share } from './shares'
import { ShareCell } from './ShareCell'

/** Every item has a title, so *what* is never missing. */
const COUNTED = ANSWERS.filter((answer) => answer !== 'what')

interface Props {
  by: Schema<'BriefGroup'>
  from: string
  until: string
}

/** How often which of the answers is missing, by who gave the work or by department. */
export function BriefReport(query: Props) {
  const { t } = useTranslation('analysis')
  const { t: word } = useTranslation('work')
  const report = useBriefReport(query)
  const nameOf = (line: Schema<'BriefReportLine'>) => line.name ?? t('no_department')
  const heads = [t(`by_head.${query.by}`), t('items'), ...COUNTED.map((answer) => word(`answer.${answer}`))]
  return (
    <Report
      title={t('briefs.title')}
      note={t('briefs.note')}
      query={report}
      fileName={`${t('briefs.title')} ${query.from} ${query.until}.csv`}
      heads={heads}
      rowKey={(line) => line.id ?? ''}
      cells={(line) => [nameOf(line), line.items, ...COUNTED.map((answer) => line[answer])]}
      shown={(line) => [nameOf(line), line.items, ...COUNTED.map((answer) => <ShareCell key={answer} percent={share(line[answer], line.items)} note={t('of_items', { part: line[answer], whole: line.items })} isBad />)]}
    />
  )
}
