import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { may, useSession } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import { useTargetSheets } from '../requests/useTargetSheets'
import styles from './Targets.module.css'

const NewSheet = lazy(async () => ({ default: (await import('./NewSheet')).NewSheet }))

type Line = Schema<'TargetSheetLine'>

/** The year's numbers, taken apart: every target sheet a person sees. */
export function TargetsPage() {
  const { t } = useTranslation('goal')
  const time = useTimeText()
  const session = useSession()
  const { filters, set } = useListState(['year'])
  const [isNew, setNew] = useState(false)
  const thisYear = Number(time.civil(time.now).date.slice(0, 4))
  const year = Number(filters.year ?? thisYear)
  const list = useTargetSheets(year)
  const mayPlan = may(session, 'goal.plan')
  const add = mayPlan && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
      {t('new.title')}
    </Button>
  )
  const columns: Column<Line>[] = [
    { key: 'title', title: t('list.title'), onCard: 'title', render: (line) => line.title },
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
      <div className={styles.tools}>
        <ChipChoice label={t('list.year')} value={String(year)} onChange={(next) => set({ year: next === String(thisYear) ? undefined : next })} options={[thisYear - 1, thisYear, thisYear + 1].map((each) => ({ value: String(each), text: t('list.year_name', { year: each }) }))} />
      </div>
      <DataTable<Line> label={t('list.heading')} columns={columns} list={list} rowKey={(line) => line.id} rowPath={(line) => `/goals/targets/${line.id}`} empty={<EmptyState title={t('list.none')} text={t('list.none_text')} action={add} />} />
      <OnceOpened isOpen={isNew}>
        <NewSheet isOpen={isNew} onClose={() => setNew(false)} year={year} />
      </OnceOpened>
    </>
  )
}
