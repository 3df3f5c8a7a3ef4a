import { expect, test } from 'vitest'
import { tierReached, tiersInOrder } from './tiers'

test('a tier harder than the eased target no longer counts', () => {
  const eased = tiersInOrder({ base: '900', committed: null, target: '800', stretch: '1200' }, false)
  expect(eased).toEqual({ base: null, committed: null, target: '800', stretch: '1200' })
  expect(tierReached(eased, '850', false)).toBe('target')
  expect(tiersInOrder({ base: '5', committed: null, target: '8', stretch: '2' }, true).base).toBe(null)
})

test('a stretch easier than the raised target no longer counts', () => {
  const raised = tiersInOrder({ base: '900', committed: null, target: '1300', stretch: '1200' }, false)
  expect(raised).toEqual({ base: '900', committed: null, target: '1300', stretch: null })
  expect(tierReached(raised, '1250', false)).toBe('base')
})

test('tiers in order stay', () => {
  const planned = { base: '12', committed: '11', target: '10', stretch: '8' }
  expect(tiersInOrder(planned, true)).toEqual(planned)
})
