import { expect, it } from 'vitest'
import { hasLookalikes, linesOf, type ImportReport } from './report'

const report = (errors: ImportReport['errors'], verdicts: ImportReport['verdicts'] = []): ImportReport => ({ dry_run: true, rows: 2, added: 0, changed: 0, skipped: 0, verdicts, errors, error_count: errors.length })

it('an error of the header is told though no row of it has a verdict', () => {
  const lines = linesOf(report([{ row: 1, column: '', code: 'sheet.column_missing', message: '缺少“名称”列' }], [{ row: 2, name: '海纳商贸', verdict: 'new_customer' }]))
  expect(lines.map((line) => [line.row, line.verdict, line.errors.length])).toEqual([
    [1, 'refused', 1],
    [2, 'new_customer', 0],
  ])
})

it('lookalikes are asked about only where there are some', () => {
  expect(hasLookalikes(report([{ row: 2, column: '名称', code: 'customer.looks_like_hidden_row', message: '' }]))).toBe(true)
  expect(hasLookalikes(report([{ row: 2, column: '级别', code: 'customer.tier_unknown', message: '' }]))).toBe(false)
})
