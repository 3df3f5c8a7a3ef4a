import { expect, it } from 'vitest'
import { daysBefore, percentOf, share } from './shares'

it('a share of nothing is nothing', () => {
  expect(share(0, 0)).toBe(0)
  expect(share(1, 3)).toBe(33)
})
it('a decimal share is a percentage with one digit', () => {
  expect(percentOf('0.485588')).toBe('48.6%')
  expect(percentOf('1')).toBe('100%')
  expect(percentOf(null)).toBe('—')
})
it('days are counted back across months', () => {
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28')
})
