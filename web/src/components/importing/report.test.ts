import { expect, it } from 'vitest'
import { linesOf, resultOf, resultWith } from './report'

const error = (row: number) => ({ row, column: '名称', code: 'x', message: 'y' })

it('there is a line for every row, and for errors of rows that are not listed', () => {
  const verdicts = [
    { row: 3, name: '海纳商贸', verdict: 'new_customer' },
    { row: 2, name: '', verdict: 'refused' },
  ]
  expect(linesOf(verdicts, [error(2), error(1), error(2)]).map((line) => [line.row, line.verdict?.verdict, line.errors.length])).toEqual([
    [1, undefined, 1],
    [2, 'refused', 2],
    [3, 'new_customer', 0],
  ])
})

it('a result is there when the task has ended well', () => {
  expect(resultOf({ state: 'running', result: { report: {} } })).toBeUndefined()
  expect(resultOf({ state: 'succeeded', result: { report: {} } })).toBeDefined()
  expect(resultOf({ state: 'succeeded', result: null })).toBeUndefined()
  expect(resultWith('rows_added', { state: 'succeeded', result: { report: {} } })).toBeUndefined()
})
