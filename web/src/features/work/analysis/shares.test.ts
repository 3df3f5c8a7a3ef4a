import { expect, it } from 'vitest'
import { daysBefore, share } from './shares'

it('a share of nothing is nothing', () => {
  expect(share(0, 0)).toBe(0)
  expect(share(1, 3)).toBe(33)
})
it('days are counted back across months', () => {
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28')
})
