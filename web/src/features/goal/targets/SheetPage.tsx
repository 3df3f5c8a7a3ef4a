import { DownloadOutlined, ImportOutlined, LockOutlined, ScissorOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Dropdown, Segmented } from 'antd'
import { lazy, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { AmountGrid, type LeftOut } from '@/components/grid/AmountGrid'
import { amountText } from '@/components/grid/amounts'
import type { Place } from '@/components/grid/places'
import { shifted, typedInWan, useWan, YUAN } from '@/components/grid/wan'
import { WanSwitch } from '@/components/grid/WanSwitch'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import { useIsPhone } from '@/lib/useMedia'
import { type Sheet, useLiveSheet, useMoreRows, useSetLocks, useTargetSheet } from '../requests/useTargetSheet'
import { belowOf, besideOf, gapText } from './figures'
import { Gaps } from './Gaps'
import { cellOf, type Field, keyOf, layoutOf, reasonAgainst, type Row, type Spot } from './layout'
import { LineMenu } from './LineMenu'
import { MonthFigures } from './MonthFigures'
import { partsGap } from './partsGap'
import { type RowAct, RowActs } from './RowActs'
import { hasYuan, measureOf, sheetInWan } from './sheetInWan'
import { SheetMenu } from './SheetMenu'
import styles from './Targets.module.css'
import { useSheetEditing } from './useSheetEditing'
import { useUndoing } from './useUndoing'

const SplitDrawer = lazy(async () => ({ default: (await import('./SplitDrawer')).SplitDrawer }))

type Shown = 'plan' | 'actual' | 'both' | 'tiers'
const FIELDS: Record<Shown, Field[]> = { plan: ['plan'], actual: ['actual'], both: ['plan', 'actual'], tiers: ['base', 'committed', 'plan', 'stretch'] }

/** A target sheet: numbers as in a spreadsheet, with totals, sums so far and what is missing to what was given from above. */
export function SheetPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useTargetSheet(id)
  useLiveSheet(id)
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
  const isPhone = useIsPhone()
  const [act, setAct] = useState<RowAct>()
  const isOpen = sheet.closed_at === null
  const mayPlan = sheet.may_plan && isOpen
  const layout = useMemo(() => layoutOf(sheet, FIELDS[shown]), [sheet, shown])
  const [isWan] = useWan()
  const shownSheet = useMemo(() => (isWan ? sheetInWan(sheet) : sheet), [isWan, sheet])
  const shownLayout = useMemo(() => layoutOf(shownSheet, FIELDS[shown]), [shownSheet, shown])
  const isInWan = ({ row, column }: Spot) => isWan && measureOf(sheet, row, column)?.unit === YUAN
  const { edit, afterEdits, waiting, wrong } = useSheetEditing(sheet.id, layout)
  const { takeBack, doAgain, isRedoable, isUndoing, forget } = useUndoing(sheet.id, afterEdits)
  const locks = useSetLocks(sheet.id)
  const more = useMoreRows(sheet.id)
  const hasCells = layout.rowCount > 0 && layout.columnCount > 0
  const spot = hasCells ? layout.spotAt({ row: Math.min(active.row, layout.rowCount - 1), column: Math.min(active.column, layout.columnCount - 1) }) : undefined
  const fail = { onError: (refused: unknown) => toast.error(problemText(asProblem(refused))) }

  const tellLeftOut = ({ locked, outside }: LeftOut) => {
    const texts = [locked > 0 && t('sheet.left_locked', { count: locked }), outside > 0 && t(sheet.next ? 'sheet.left_unloaded' : 'sheet.left_outside', { count: outside })]
    toast.error(texts.filter(Boolean).join(' '))
  }
  const setLock = (place: 'row' | 'column' | 'cell', at: Spot, locked: boolean) => {
    const form = {
      locked,
      rows: place === 'row' ? [at.row.row] : [],
      columns: place === 'column' ? [at.column.column] : [],
      cells: place === 'cell' ? [{ row: at.row.row, column: at.column.column }] : [],
    }
    afterEdits(() => locks.mutateAsync(form).catch(fail.onError))
  }
  const save = (form: 'sheet' | 'long', format: 'xlsx' | 'csv') =>
    void download(urlOf('/api/v1/target-sheets/{id}/export', { path: { id: sheet.id }, query: { form, format } }), `${sheet.title}.${format}`).catch(fail.onError)
  const lineMenu = (row: Row, name: string) => (
    <LineMenu row={row} mayPlan={mayPlan} onBreakDown={() => afterEdits(() => setAct({ kind: 'break_down', row }))} onRemove={() => afterEdits(() => setAct({ kind: 'remove', row }))}>
      {name}
    </LineMenu>
  )
  const nameOf = (line: string, field: Field) => (layout.fields.length > 1 ? `${line} · ${t(`field.${field}`)}` : line)

  return (
    <>
      <PageHeader
        title={sheet.title}
        tags={!isOpen && <StateTag tone="neutral" text={t('sheet.closed')} />}
        note={
          <>
            {[t(`preset.${sheet.preset}`), sheet.employee?.name ?? sheet.department?.name, shownSheet.measures.map((measure) => (measure.unit ? `${measure.name}（${measure.unit}）` : measure.name)).join('、')].filter(Boolean).join(' · ')}
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
            {isOpen && (sheet.may_plan || sheet.may_write) && (
              <Button icon={<UndoOutlined />} disabled={!sheet.may_undo} loading={isUndoing} onClick={takeBack}>
                {t('sheet.undo')}
              </Button>
            )}
            {mayPlan && (
              <Button icon={<ScissorOutlined />} disabled={!hasCells} onClick={() => afterEdits(() => setSplitting(true))}>
                {t('sheet.split')}
              </Button>
            )}
            {(mayPlan || sheet.may_write) && isOpen && !isPhone && (
              <Link to={`/goals/targets/${sheet.id}/import`}>
                <Button icon={<ImportOutlined />}>{t('import.sheet_button')}</Button>
              </Link>
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
            <SheetMenu sheet={sheet} afterEdits={afterEdits} />
          </>
        }
      />
      <Gaps sheet={shownSheet} />
      <div className={styles.tools}>
        <Segmented<Shown> aria-label={t('sheet.shown')} value={shown} onChange={setShown} options={(Object.keys(FIELDS) as Shown[]).map((value) => ({ value, label: t(`shown.${value}`) }))} />
        {mayPlan && spot && (
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
        {hasYuan(sheet) && <WanSwitch />}
        <p className={styles.keys}>{t('sheet.keys')}</p>
      </div>
      {hasCells ? (
        <AmountGrid
          label={sheet.title}
          corner={t(layout.isTurned ? 'corner.period' : `corner.${sheet.row_axes[0] ?? 'owner'}`)}
          rows={Array.from({ length: layout.rowCount }, (_, row) => {
            const at = layout.spotAt({ row, column: 0 })
            const line = layout.isTurned ? at.column : at.row
            return {
              key: layout.isTurned ? `c${at.column.column}` : `r${at.row.row}`,
              label: layout.isTurned ? line.label : lineMenu(at.row, line.label),
              isLocked: line.locked,
            }
          })}
          columns={Array.from({ length: layout.columnCount }, (_, column) => {
            const at = layout.spotAt({ row: 0, column })
            const line = layout.isTurned ? at.row : at.column
            return { key: `${layout.isTurned ? at.row.row : at.column.column}/${at.field}`, label: layout.isTurned ? lineMenu(at.row, nameOf(line.label, at.field)) : nameOf(line.label, at.field), isLocked: line.locked }
          })}
          cellAt={(place) => {
            const at = layout.spotAt(place)
            const key = keyOf(at)
            const against = reasonAgainst(sheet, at)
            const problem = wrong.get(key)
            const isWaiting = waiting.has(key)
            const typed = waiting.get(key) ?? null
            const cell = cellOf(shownLayout.spotAt(place))
            const gap = at.field === 'plan' && !isWaiting ? partsGap(cell) : null
            return {
              amount: isWaiting ? (typed !== null && isInWan(at) ? shifted(typed) : typed) : (cell?.[at.field] ?? null),
              isReadOnly: against !== undefined,
              hint: problem ?? (against && t(`against.${against}`)),
              mark: problem ? 'wrong' : isWaiting ? 'waiting' : against === 'locked' || against === 'fed' ? against : undefined,
              gap: gap !== null && gap !== '0' ? `${t('gap.parts', { parts: amountText(cell?.parts) })} · ${gapText(gap, t)}` : undefined,
            }
          }}
          onChange={(changes) => {
            forget()
            edit(changes.map((change) => (isInWan(layout.spotAt(change)) ? { ...change, typed: typedInWan(change.typed) } : change)))
          }}
          onLeftOut={tellLeftOut}
          onUndo={takeBack}
          onRedo={doAgain}
          isRedoable={isRedoable}
          onSelect={setActive}
          beside={besideOf(shownSheet, shownLayout, t)}
          below={belowOf(shownSheet, shownLayout, t)}
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
      <MonthFigures sheet={shownSheet} />
      <RowActs sheet={sheet} act={act} onClose={() => setAct(undefined)} />
      <OnceOpened isOpen={isSplitting}>{spot && <SplitDrawer sheet={sheet} spot={spot} isOpen={isSplitting} onClose={() => setSplitting(false)} />}</OnceOpened>
    </>
  )
}
