import { describe, expect, it } from 'vitest'
import { cardResultOf, linesOf, targetReportOf } from './report'

const error = (row: number) => ({ row, column: '权重', code: 'x', message: 'y' })

describe('a report', () => {
  it('has a line for every row, and for errors of rows that are not listed', () => {
    const report = { dry_run: true, rows: 3, error_count: 3, errors: [error(2), error(0), error(2)], verdicts: [{ row: 2, person: '李明', what: '收费', verdict: 'refused' as const }] }
    expect(linesOf(report).map((line) => [line.row, line.person, line.errors.length])).toEqual([
      [0, undefined, 1],
      [2, '李明', 2],
    ])
  })
  it('is there when the task has ended well', () => {
    expect(cardResultOf({ state: 'running', result: { report: {} } })).toBeUndefined()
    expect(targetReportOf({ state: 'succeeded', result: { rows_added: 1 } })).toBeDefined()
    expect(targetReportOf({ state: 'succeeded', result: null })).toBeUndefined()
  })
})
