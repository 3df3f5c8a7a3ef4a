import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { type Filter, FilterBar } from '@/components/FilterBar'
import { FilterChip } from '@/components/FilterChip'
import { PageHeader } from '@/components/PageHeader'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { useListState } from '@/lib/useListState'
import { DepartmentChip } from '../list/DepartmentChip'
import { useDelayReports } from '../requests/useDelayReports'
import { CAUSES } from './causes'
import { DELAY_TONES } from './DelayReports'

type Report = Schema<'DelayReportView'>

const STATES: readonly Schema<'DelayState'>[] = ['waiting', 'approved', 'declined', 'withdrawn']

/** Every delay that was reported: the rows behind the analysis, and what waits for a decision. */
export function DelayReportsPage() {
  const { t } = useTranslation('delays')
  const { filters, set, clear } = useListState(['cause', 'state', 'department_id', 'from', 'until', 'mine'])
  const list = useDelayReports({
    cause: filters.cause as Schema<'DelayCause'> | undefined,
    state: filters.state as Schema<'DelayState'> | undefined,
    department_id: filters.department_id,
    from: filters.from,
    until: filters.until,
    waiting_for_me: filters.mine ? true : undefined,
  })
  const words: Filter[] = [
    { name: 'cause', label: t('list.cause'), options: CAUSES.map((value) => ({ value, text: t(`cause.${value}`) })) },
    { name: 'state', label: t('list.state'), options: STATES.map((value) => ({ value, text: t(`state.${value}`) })) },
    { name: 'mine', label: t('list.for_me'), options: [{ value: '1', text: t('list.for_me') }] },
  ]
  const columns: Column<Report>[] = [
    { key: 'item', title: t('list.item'), onCard: 'title', width: 260, render: (report) => report.work_item_title },
    { key: 'state', title: t('list.state'), onCard: 'status', width: 92, render: (report) => <StateTag tone={DELAY_TONES[report.state]} text={t(`state.${report.state}`)} /> },
    { key: 'cause', title: t('list.cause'), onCard: 'secondary', width: 100, render: (report) => t(`cause.${report.cause}`) },
    { key: 'days', title: t('list.days'), onCard: 'secondary', width: 116, render: (report) => t('list.days_value', { days: report.delay_days }) },
    { key: 'dates', title: t('list.dates'), width: 116, render: (report) => <RelativeTime at={report.new_due_at} short /> },
    { key: 'by', title: t('list.by'), width: 100, render: (report) => <PersonName name={report.by_name} /> },
    { key: 'department', title: t('list.department'), width: 130, render: (report) => report.department_name ?? '—' },
    { key: 'at', title: t('list.at'), width: 116, render: (report) => <RelativeTime at={report.at} short /> },
  ]
  return (
    <>
      <PageHeader title={t('list.title')} note={t('list.note')} />
      <FilterBar
        values={filters}
        filters={words}
        onChange={set}
        onClear={clear}
        chips={
          <>
            <DepartmentChip id={filters.department_id} onChange={(id) => set({ department_id: id })} />
            {(filters.from || filters.until) && (
              <FilterChip label={t('list.period')} text={`${filters.from ?? '…'} – ${filters.until ?? '…'}`} onRemove={() => set({ from: undefined, until: undefined })}>
                {() => `${filters.from ?? '…'} – ${filters.until ?? '…'}`}
              </FilterChip>
            )}
          </>
        }
      />
      <DataTable
        columns={columns}
        list={list}
        rowKey={(report) => report.id}
        rowPath={(report) => `/work-items/${report.work_item_id}`}
        label={t('list.title')}
        empty={<EmptyState title={t('list.none')} text={t('list.none_text')} action={Object.keys(filters).length > 0 ? <Button onClick={clear}>{t('filter.clear', { ns: 'common' })}</Button> : undefined} />}
      />
    </>
  )
}
