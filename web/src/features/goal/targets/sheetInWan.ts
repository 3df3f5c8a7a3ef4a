import { shifted, TEN_THOUSAND_YUAN, YUAN } from '@/components/grid/wan'
import type { Sheet } from '../requests/useTargetSheet'
import type { Column, Row } from './layout'

const AMOUNTS = ['plan', 'actual', 'base', 'committed', 'stretch', 'parts', 'given', 'gap', 'parts_gap', 'planned', 'year_plan'] as const

/** Its amounts, not its percentages, shifted. */
function inWan<T extends object>(figures: T): T {
  const shown = { ...figures } as Record<string, unknown>
  for (const key of AMOUNTS) {
    const amount = shown[key]
    if (typeof amount === 'string') shown[key] = shifted(amount)
  }
  return shown as T
}

const maybe = <T extends object>(figures: T | null): T | null => figures && inWan(figures)

export const measureOf = (sheet: Sheet, row: Row | undefined, column: Column | undefined) => {
  const id = row?.measure_id ?? column?.measure_id ?? (sheet.measures.length === 1 ? sheet.measures[0]?.id : undefined)
  return sheet.measures.find((measure) => measure.id === id)
}

export const hasYuan = (sheet: Sheet) => sheet.measures.some((measure) => measure.unit === YUAN)

/** The same sheet with what is counted in 元 said in 万元; other measures stay. */
export function sheetInWan(sheet: Sheet): Sheet {
  const isYuan = (row?: Row, column?: Column) => measureOf(sheet, row, column)?.unit === YUAN
  const yuan = new Set(sheet.measures.filter((measure) => measure.unit === YUAN).map((measure) => measure.id))
  const columns = new Map(sheet.columns.map((column) => [column.column, column]))
  return {
    ...sheet,
    measures: sheet.measures.map((measure) => (yuan.has(measure.id) ? { ...measure, unit: TEN_THOUSAND_YUAN } : measure)),
    rows: sheet.rows.map((row) => {
      const cells = row.cells.map((cell) => (isYuan(row, columns.get(cell.column)) ? inWan(cell) : cell))
      return isYuan(row) ? { ...inWan(row), cells, total: maybe(row.total) } : { ...row, cells }
    }),
    totals: sheet.totals.map((totals) =>
      yuan.has(totals.measure_id)
        ? {
            ...totals,
            whole: inWan(totals.whole),
            gaps: totals.gaps.map(inWan),
            columns: totals.columns.map((column) => ({ ...column, total: inWan(column.total), cumulative: maybe(column.cumulative) })),
          }
        : totals,
    ),
    figures: sheet.figures.map((figures) => (yuan.has(figures.measure_id) ? { ...inWan(figures), last_month: maybe(figures.last_month), accumulated: inWan(figures.accumulated) } : figures)),
  }
}
