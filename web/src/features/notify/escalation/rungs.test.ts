import { expect, it } from 'vitest'
import { ladderOf, rungOf, valuesOf, valuesOfRung } from './rungs'

it('says an hour before as an hour on the side before', () => {
  expect(valuesOfRung({ after_days: 0, after_minutes: -60, who: ['owner'] })).toEqual({ side: 'before', days: 0, minutes: 60, who: ['owner'] })
})

it('says the very time as nothing after it', () => {
  expect(valuesOfRung({ after_days: 0, after_minutes: 0, who: ['owner'] })).toEqual({ side: 'after', days: 0, minutes: 0, who: ['owner'] })
})

it('gives back the ladder it was made from', () => {
  const ladder = {
    rungs: [
      { after_days: -1, after_minutes: 30, who: ['owner' as const] },
      { after_days: 0, after_minutes: 240, who: ['owner' as const, 'supervisor' as const] },
      { after_days: 3, after_minutes: 0, who: ['department_head' as const] },
    ],
    further_every_days: 2,
  }
  expect(ladderOf(valuesOf(ladder))).toEqual(ladder)
})

it('takes a number that was cleared as none', () => {
  expect(rungOf({ side: 'before', days: null as unknown as number, minutes: 15, who: [] })).toEqual({ after_days: 0, after_minutes: -15, who: [] })
})

it('goes no further than it is told', () => {
  expect(ladderOf({ rungs: [] })).toEqual({ rungs: [], further_every_days: null })
})
