import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { FilterBar } from '@/components/FilterBar'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { useChangesOfMany } from '@/lib/live'
import { may, useSession } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import { GoalTabs } from '../GoalTabs'
import { useTargetSheets } from '../requests/useTargetSheets'
import { PRESETS } from './newSheet'

const NewSheet = lazy(async () => ({ default: (await import('./NewSheet')).NewSheet }))

type Line = Schema<'TargetSheetLine'>

/** As far back as sheets can be. */
const FIRST_YEAR = 2000
const EVERY_YEAR = 'all'

/** The year's numbers, taken apart: every target sheet a person sees. */
export function TargetsPage() {
  const { t } = useTranslation('goal')
  const time = useTimeText()
  const session = useSession()
  const { q, filters, set, clear } = useListState(['year', 'preset', 'closed'])
  const [isNew, setNew] = useState(false)
  const thisYear = Number(time.civil(time.now).date.slice(0, 4))
  const year = filters.year === EVERY_YEAR ? undefined : Number(filters.year ?? thisYear)
  const list = useTargetSheets({ q: q || undefined, year, preset: PRESETS.find((each) => each === filters.preset), closed: filters.closed === undefined ? undefined : filters.closed === 'true' })
  useChangesOfMany('target_sheet', list.reload)
  const mayPlan = may(session, 'goal.plan')
  const add = mayPlan && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
      {t('new.title')}
    </Button>
  )
  const columns: Column<Line>[] = [
    { key: 'title', title: t('list.title'), onCard: 'title', render: (line) => line.title },
    { key: 'state', title: t('list.state'), onCard: 'status', render: (line) => line.closed_at && <StateTag tone="neutral" text={t('list.closed')} /> },
    { key: 'preset', title: t('list.preset'), onCard: 'secondary', render: (line) => t(`preset.${line.preset}`) },
    { key: 'owner', title: t('list.owner'), onCard: 'secondary', render: (line) => line.employee?.name ?? line.department?.name ?? '—' },
    { key: 'period', title: t('list.period'), render: (line) => line.period.label },
    { key: 'parent', title: t('list.parent'), render: (line) => (line.parent ? `${line.parent.title} · ${line.parent.row_label}` : '—') },
    { key: 'size', title: t('list.size'), align: 'end', render: (line) => t('list.cells', { rows: line.rows, columns: line.columns }) },
    { key: 'changed', title: t('list.changed'), render: (line) => <RelativeTime at={line.changed_at} /> },
  ]
  return (
    <>
      <PageHeader title={t('list.heading')} note={t('list.note')} actions={add} />
      <GoalTabs shown="targets" />
      <FilterBar
        q={q}
        placeholder={t('list.search')}
        values={filters}
        filters={[
          { name: 'preset', label: t('list.preset'), options: PRESETS.map((value) => ({ value, text: t(`preset.${value}`) })) },
          { name: 'closed', label: t('list.state'), options: [{ value: 'false', text: t('list.open') }, { value: 'true', text: t('list.closed') }] },
        ]}
        onChange={set}
        onClear={clear}
        chips={
          <Select
            aria-label={t('list.year')}
            value={filters.year ?? String(thisYear)}
            onChange={(next) => set({ year: next === String(thisYear) ? undefined : next })}
            options={[{ value: EVERY_YEAR, label: t('list.every_year') }, ...Array.from({ length: thisYear + 2 - FIRST_YEAR }, (_, i) => String(thisYear + 1 - i)).map((value) => ({ value, label: t('list.year_name', { year: value }) }))]}
          />
        }
      />
      <DataTable<Line> label={t('list.heading')} columns={columns} list={list} rowKey={(line) => line.id} rowPath={(line) => `/goals/targets/${line.id}`} empty={<EmptyState title={t(q || filters.preset || filters.closed || year === undefined ? 'list.none_found' : 'list.none')} text={t('list.none_text')} action={add} />} />
      <OnceOpened isOpen={isNew}>
        <NewSheet isOpen={isNew} onClose={() => setNew(false)} year={year ?? thisYear} />
      </OnceOpened>
    </>
  )
}
