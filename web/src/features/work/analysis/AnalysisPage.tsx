import { Segmented, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { PageHeader } from '@/components/PageHeader'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import styles from './Analysis.module.css'
import { BriefReport } from './BriefReport'
import { FlowReport } from './FlowReport'
import { daysBefore } from './shares'

const PERIODS = ['30', '90', '365']
const GROUPS = { briefs: ['assigner', 'department'], flow: ['kind', 'department'] } as const
type Report = keyof typeof GROUPS

/** What the records say about how work is given and how it flows. */
export function AnalysisPage() {
  const { t } = useTranslation('analysis')
  const time = useTimeText()
  const { filters, set } = useListState(['report', 'by', 'days'])
  const report: Report = filters.report === 'flow' ? 'flow' : 'briefs'
  const groups: readonly string[] = GROUPS[report]
  const by = groups.includes(filters.by ?? '') ? filters.by! : groups[0]!
  const days = PERIODS.includes(filters.days ?? '') ? filters.days! : PERIODS[0]!
  const to = time.civil(time.now).date
  const period = { from: daysBefore(to, Number(days) - 1), to }
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs activeKey={report} onChange={(next) => set({ report: next === 'briefs' ? undefined : next, by: undefined })} items={(['briefs', 'flow'] as const).map((key) => ({ key, label: t(`report.${key}`) }))} />
      <div className={styles.choices}>
        <Segmented aria-label={t('by.label')} value={by} onChange={(next) => set({ by: next })} options={groups.map((value) => ({ value, label: t(`by.${value}`) }))} />
        <ChipChoice label={t('period.label')} value={days} onChange={(next) => set({ days: next === '30' ? undefined : next })} options={PERIODS.map((value) => ({ value, text: t('period.days', { days: value }) }))} />
      </div>
      {report === 'briefs' ? <BriefReport {...period} by={by as 'assigner' | 'department'} /> : <FlowReport {...period} by={by as 'kind' | 'department'} />}
    </>
  )
}
