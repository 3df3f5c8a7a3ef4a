import { Segmented, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { PageHeader } from '@/components/PageHeader'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import styles from './Analysis.module.css'
import { BriefReport } from './BriefReport'
import { DelayAnalysis } from './DelayAnalysis'
import { FlowReport } from './FlowReport'
import { RatingReport } from './RatingReport'
import { daysBefore } from './shares'
import { TouchReport } from './TouchReport'

const PERIODS = ['30', '90', '365']
/** Delays are few: a month says little of their causes. */
const USUAL_DAYS: Partial<Record<string, string>> = { delays: '90' }
const GROUPS = { briefs: ['assigner', 'department'], flow: ['kind', 'department'], delays: ['cause', 'department'], ratings: ['kind', 'department'], touches: [] } as const
type Report = keyof typeof GROUPS
const REPORTS = Object.keys(GROUPS) as Report[]

/** What the records say about how work is given and how it flows. */
export function AnalysisPage() {
  const { t } = useTranslation('analysis')
  const time = useTimeText()
  const { filters, set } = useListState(['report', 'by', 'days', 'kind'])
  const report = REPORTS.find((each) => each === filters.report) ?? 'briefs'
  const groups: readonly string[] = GROUPS[report]
  const by = groups.includes(filters.by ?? '') ? filters.by! : (groups[0] ?? '')
  const usual = USUAL_DAYS[report] ?? '30'
  const days = PERIODS.includes(filters.days ?? '') ? filters.days! : usual
  const until = time.civil(time.now).date
  const period = { from: daysBefore(until, Number(days) - 1), until }
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs activeKey={report} onChange={(next) => set({ report: next === 'briefs' ? undefined : next, by: undefined, kind: undefined })} items={REPORTS.map((key) => ({ key, label: t(`report.${key}`) }))} />
      <div className={styles.choices}>
        {groups.length > 0 && <Segmented aria-label={t('by.label')} value={by} onChange={(next) => set({ by: next })} options={groups.map((value) => ({ value, label: t(`by.${value}`) }))} />}
        <ChipChoice label={t('period.label')} value={days} onChange={(next) => set({ days: next === usual ? undefined : next })} options={PERIODS.map((value) => ({ value, text: t('period.days', { days: value }) }))} />
      </div>
      {report === 'briefs' && <BriefReport {...period} by={by as 'assigner' | 'department'} />}
      {report === 'flow' && <FlowReport {...period} by={by as 'kind' | 'department'} />}
      {report === 'delays' && <DelayAnalysis {...period} by={by as 'cause' | 'department'} />}
      {report === 'touches' && <TouchReport {...period} kind={filters.kind} onKind={(kind) => set({ kind })} />}
      {report === 'ratings' && <RatingReport {...period} by={by as 'kind' | 'department'} />}
    </>
  )
}
