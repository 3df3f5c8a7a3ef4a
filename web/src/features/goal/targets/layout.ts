import type { Place } from '@/components/grid/places'
import type { Schema } from '@/lib/api-types'
import type { Sheet } from '../requests/useTargetSheet'

export type Field = Schema<'TargetField'>
export type Row = Schema<'TargetRowView'>
export type Cell = Schema<'TargetCellView'>
export type Column = Schema<'TargetColumnView'>

/** What a cell of the shown grid is on the sheet. */
export interface Spot {
  row: Row
  column: Column
  field: Field
}

/**
 * The sheet as it is shown: the paper form of periods × products has the periods downwards, and with plan and actual beside
 * each other every column stands twice.
 */
export interface Layout {
  isTurned: boolean
  fields: Field[]
  rowCount: number
  columnCount: number
  spotAt: (place: Place) => Spot
}

export function layoutOf(sheet: Sheet, fields: Field[]): Layout {
  const isTurned = sheet.periods_down
  const across = isTurned ? sheet.rows.length : sheet.columns.length
  return {
    isTurned,
    fields,
    rowCount: isTurned ? sheet.columns.length : sheet.rows.length,
    columnCount: across * fields.length,
    spotAt: ({ row, column }) => {
      const line = Math.floor(column / fields.length)
      return { row: sheet.rows[isTurned ? line : row]!, column: sheet.columns[isTurned ? row : line]!, field: fields[column % fields.length]! }
    },
  }
}

export function cellOf({ row, column }: Pick<Spot, 'row' | 'column'>): Cell | undefined {
  return row.cells.find((cell) => cell.column === column.column)
}

export const keyOf = ({ row, column, field }: Spot) => `${row.row}/${column.column}/${field}`

/** Why a person may not type here. */
export function reasonAgainst(sheet: Sheet, spot: Spot): 'closed' | 'locked' | 'fed' | 'not_plan' | 'not_actual' | undefined {
  if (sheet.closed_at) return 'closed'
  const cell = cellOf(spot)
  if (spot.field === 'actual') {
    if (cell?.source === 'child') return 'fed'
    return sheet.may_write ? undefined : 'not_actual'
  }
  if (!sheet.may_plan) return 'not_plan'
  return cell?.locked || spot.row.locked || spot.column.locked ? 'locked' : undefined
}
