import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import { useFlowReport } from '../requests/useReports'
import { Report } from './Report'
import { ShareCell } from './ShareCell'

interface Props {
  by: Schema<'FlowGroup'>
  from: string
  until: string
}

const MINUTE = 60_000

/** How much of the working time of done items somebody was working on them. */
export function FlowReport(query: Props) {
  const { t } = useTranslation('analysis')
  const time = useTimeText()
  const report = useFlowReport(query)
  const nameOf = (line: Schema<'FlowLine'>) => line.name ?? t('no_department')
  const each = (minutes: number, items: number) => time.duration((minutes / Math.max(1, items)) * MINUTE)
  return (
    <Report
      title={t('flow.title')}
      note={t('flow.note')}
      query={report}
      fileName={`${t('flow.title')} ${query.from} ${query.until}.csv`}
      heads={[t(`by_head.${query.by}`), t('done_items'), t('flow.waiting'), t('flow.working'), t('flow.efficiency')]}
      rowKey={(line) => line.key ?? ''}
      cells={(line) => [nameOf(line), line.items, line.waiting_minutes, line.working_minutes, line.efficiency ?? '']}
      shown={(line) => [
        nameOf(line),
        line.items,
        each(line.waiting_minutes, line.items),
        each(line.working_minutes, line.items),
        line.efficiency === null ? '—' : <ShareCell key="efficiency" percent={line.efficiency} note={t('flow.of_time', { share: line.efficiency })} />,
      ]}
    />
  )
}
