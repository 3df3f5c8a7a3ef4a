import type { Schema } from '@/lib/api-types'
import type { Cell, Field, Row } from './layout'

const FIELDS: Field[] = ['plan', 'base', 'committed', 'stretch', 'actual']

/** The changes that lead from `after` back to `before`; what sheets below feed is not for typing. Rows that are not in both are left out. */
export function differencesOf(before: Row[], after: Row[]): Schema<'TargetCellChange'>[] {
  const was = new Map(before.map((row) => [row.row, row]))
  return after.flatMap((now) => {
    const then = was.get(now.row)
    if (!then) return []
    const columns = new Set([...then.cells, ...now.cells].map((cell) => cell.column))
    return [...columns].flatMap((column) => {
      const at = (row: Row): Cell | undefined => row.cells.find((cell) => cell.column === column)
      return FIELDS.filter((field) => field !== 'actual' || at(then)?.source !== 'child')
        .map((field) => ({ row: now.row, column, field, value: at(then)?.[field] ?? null, now: at(now)?.[field] ?? null }))
        .filter((change) => change.value !== change.now)
        .map(({ row, column: no, field, value }) => ({ row, column: no, field, value }))
    })
  })
}
