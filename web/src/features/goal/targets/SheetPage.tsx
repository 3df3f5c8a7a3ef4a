import { DownloadOutlined, LockOutlined, ScissorOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Dropdown, Segmented } from 'antd'
import { lazy, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { AmountGrid } from '@/components/grid/AmountGrid'
import type { Place } from '@/components/grid/places'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import { type Sheet, useMoreRows, useSetLocks, useTargetSheet, useUndo } from '../requests/useTargetSheet'
import { belowOf, besideOf } from './figures'
import { Gaps } from './Gaps'
import { cellOf, type Field, keyOf, layoutOf, reasonAgainst, type Spot } from './layout'
import { MonthFigures } from './MonthFigures'
import styles from './Targets.module.css'
import { useSheetEditing } from './useSheetEditing'

const SplitDrawer = lazy(async () => ({ default: (await import('./SplitDrawer')).SplitDrawer }))

type Shown = 'plan' | 'actual' | 'both' | 'tiers'
const FIELDS: Record<Shown, Field[]> = { plan: ['plan'], actual: ['actual'], both: ['plan', 'actual'], tiers: ['base', 'committed', 'plan', 'stretch'] }

/** A target sheet: numbers as in a spreadsheet, with totals, sums so far and what is missing to what was given from above. */
export function SheetPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useTargetSheet(id)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <SheetEditor key={id} sheet={data} />
}

function SheetEditor({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const [shown, setShown] = useState<Shown>(sheet.preset === 'month_plan' ? 'both' : sheet.may_plan ? 'plan' : 'actual')
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const [isSplitting, setSplitting] = useState(false)
  const layout = useMemo(() => layoutOf(sheet, FIELDS[shown]), [sheet, shown])
  const { edit, afterEdits, waiting, wrong } = useSheetEditing(sheet.id, layout)
  const undo = useUndo(sheet.id)
  const locks = useSetLocks(sheet.id)
  const more = useMoreRows(sheet.id)
  const hasCells = layout.rowCount > 0 && layout.columnCount > 0
  const spot = hasCells ? layout.spotAt({ row: Math.min(active.row, layout.rowCount - 1), column: Math.min(active.column, layout.columnCount - 1) }) : undefined
  const fail = { onError: (refused: unknown) => toast.error(problemText(asProblem(refused))) }

  const takeBack = () => afterEdits(() => undo.mutate(undefined, { ...fail, onSuccess: () => toast.success(t('sheet.undone')) }))
  const setLock = (place: 'row' | 'column' | 'cell', at: Spot, locked: boolean) => {
    const form = {
      locked,
      rows: place === 'row' ? [at.row.row] : [],
      columns: place === 'column' ? [at.column.column] : [],
      cells: place === 'cell' ? [{ row: at.row.row, column: at.column.column }] : [],
    }
    afterEdits(() => locks.mutate(form, fail))
  }
  const save = (form: 'sheet' | 'long', format: 'xlsx' | 'csv') =>
    void download(urlOf('/api/v1/target-sheets/{id}/export', { path: { id: sheet.id }, query: { form, format } }), `${sheet.title}.${format}`).catch(fail.onError)
  const nameOf = (line: string, field: Field) => (layout.fields.length > 1 ? `${line} · ${t(`field.${field}`)}` : line)

  return (
    <>
      <PageHeader
        title={sheet.title}
        note={
          <>
            {[t(`preset.${sheet.preset}`), sheet.employee?.name ?? sheet.department?.name, sheet.measures.map((measure) => (measure.unit ? `${measure.name}（${measure.unit}）` : measure.name)).join('、')].filter(Boolean).join(' · ')}
            {sheet.parent && (
              <>
                {' · '}
                <Link to={`/goals/targets/${sheet.parent.sheet_id}`}>{t('sheet.part_of', { title: sheet.parent.title, row: sheet.parent.row_label })}</Link>
              </>
            )}
          </>
        }
        actions={
          <>
            {(sheet.may_plan || sheet.may_write) && (
              <Button icon={<UndoOutlined />} disabled={!sheet.may_undo} loading={undo.isPending} onClick={takeBack}>
                {t('sheet.undo')}
              </Button>
            )}
            {sheet.may_plan && (
              <Button icon={<ScissorOutlined />} disabled={!hasCells} onClick={() => afterEdits(() => setSplitting(true))}>
                {t('sheet.split')}
              </Button>
            )}
            <Dropdown
              trigger={['click']}
              menu={{
                items: (['sheet', 'long'] as const).flatMap((form) => (['xlsx', 'csv'] as const).map((format) => ({ key: `${form}/${format}`, label: `${t(`export.${form}`)} · ${format}` }))),
                onClick: ({ key }) => save(...(key.split('/') as ['sheet' | 'long', 'xlsx' | 'csv'])),
              }}
            >
              <Button icon={<DownloadOutlined />}>{t('sheet.export')}</Button>
            </Dropdown>
          </>
        }
      />
      <Gaps sheet={sheet} />
      <div className={styles.tools}>
        <Segmented<Shown> aria-label={t('sheet.shown')} value={shown} onChange={setShown} options={(Object.keys(FIELDS) as Shown[]).map((value) => ({ value, label: t(`shown.${value}`) }))} />
        {sheet.may_plan && spot && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'cell', label: t(cellOf(spot)?.locked ? 'lock.open_cell' : 'lock.cell') },
                { key: 'row', label: t(spot.row.locked ? 'lock.open_line' : 'lock.line', { name: spot.row.label }) },
                { key: 'column', label: t(spot.column.locked ? 'lock.open_line' : 'lock.line', { name: spot.column.label }) },
              ],
              onClick: ({ key }) => setLock(key as 'cell', spot, !(key === 'cell' ? cellOf(spot)?.locked : key === 'row' ? spot.row.locked : spot.column.locked)),
            }}
          >
            <Button icon={<LockOutlined />}>{t('lock.title')}</Button>
          </Dropdown>
        )}
        <p className={styles.keys}>{t('sheet.keys')}</p>
      </div>
      {hasCells ? (
        <AmountGrid
          label={sheet.title}
          corner={t(layout.isTurned ? 'corner.period' : `corner.${sheet.row_axes[0] ?? 'owner'}`)}
          rows={Array.from({ length: layout.rowCount }, (_, row) => {
            const at = layout.spotAt({ row, column: 0 })
            const line = layout.isTurned ? at.column : at.row
            const below = layout.isTurned ? [] : at.row.children
            return {
              key: layout.isTurned ? `c${at.column.column}` : `r${at.row.row}`,
              label: below[0] ? <Link to={`/goals/targets/${below[0].sheet_id}`}>{line.label}</Link> : line.label,
              isLocked: line.locked,
            }
          })}
          columns={Array.from({ length: layout.columnCount }, (_, column) => {
            const at = layout.spotAt({ row: 0, column })
            const line = layout.isTurned ? at.row : at.column
            return { key: `${layout.isTurned ? at.row.row : at.column.column}/${at.field}`, label: nameOf(line.label, at.field), isLocked: line.locked }
          })}
          cellAt={(place) => {
            const at = layout.spotAt(place)
            const key = keyOf(at)
            const against = reasonAgainst(sheet, at)
            const problem = wrong.get(key)
            const isWaiting = waiting.has(key)
            return {
              amount: isWaiting ? waiting.get(key)! : (cellOf(at)?.[at.field] ?? null),
              isReadOnly: against !== undefined,
              hint: problem ?? (against && t(`against.${against}`)),
              mark: problem ? 'wrong' : isWaiting ? 'waiting' : against === 'locked' || against === 'fed' ? against : undefined,
            }
          }}
          onChange={edit}
          onUndo={takeBack}
          onSelect={setActive}
          beside={besideOf(sheet, layout, t)}
          below={belowOf(sheet, layout, t)}
        />
      ) : (
        <Card>
          <EmptyState small title={t('sheet.no_rows')} text={t('sheet.no_rows_text')} />
        </Card>
      )}
      {sheet.next && (
        <Button className={styles.more} loading={more.isPending} onClick={() => more.mutate(sheet.next!, fail)}>
          {t('sheet.more', { shown: sheet.rows.length, all: sheet.row_count })}
        </Button>
      )}
      <MonthFigures sheet={sheet} />
      <OnceOpened isOpen={isSplitting}>{spot && <SplitDrawer sheet={sheet} spot={spot} isOpen={isSplitting} onClose={() => setSplitting(false)} />}</OnceOpened>
    </>
  )
}
