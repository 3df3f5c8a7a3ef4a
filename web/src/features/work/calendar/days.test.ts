import { expect, test } from 'vitest'
import { daysOfMonth, daysOfWeek, marksByDay, monthAfter } from './days'

test('a month is shown in whole weeks from Monday', () => {
  const days = daysOfMonth('2026-11')
  expect(days[0]).toBe('2026-10-26')
  expect(days.at(-1)).toBe('2026-12-06')
  expect(days.length % 7).toBe(0)
  expect(daysOfMonth('2027-02').length).toBe(28)
})

test('a week begins on Monday', () => {
  expect(daysOfWeek('2026-11-22')[0]).toBe('2026-11-16')
  expect(daysOfWeek('2026-11-16')[6]).toBe('2026-11-22')
})

test('months follow one another over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
})

test('a due time and a follow-up of one day stand in order of time', () => {
  const line = { id: '1', due_at: '2026-11-22T10:00:00Z', next_follow_up_at: '2026-11-22T02:00:00Z' }
  const marks = marksByDay([line], [line], (at) => at.slice(0, 10)).get('2026-11-22')
  expect(marks?.map(({ what }) => what)).toEqual(['next', 'due'])
})
