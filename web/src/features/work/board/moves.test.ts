import { expect, test } from 'vitest'
import { COLUMNS, neighboursOf, stepBetween } from './moves'

test('a card moves to legal neighbours only', () => {
  expect(neighboursOf('submitted')).toEqual(['returned', 'done'])
  expect(neighboursOf('on_hold')).toEqual(['in_progress'])
  expect(stepBetween('draft', 'done')).toBeUndefined()
  expect(stepBetween('accepted', 'accepted')).toBeUndefined()
})

test('from every column something leads on', () => {
  for (const column of COLUMNS) expect(neighboursOf(column).length).toBeGreaterThan(0)
})
