import { expect, it } from 'vitest'
import { digestTimes } from './digestTimes'

it('offers every quarter of an hour from eight to noon', () => {
  const times = digestTimes('08:30')
  expect(times).toHaveLength(17)
  expect([times[0], times[1], times.at(-1)]).toEqual(['08:00', '08:15', '12:00'])
})

it('keeps a time that was chosen elsewhere, in its place', () => {
  expect(digestTimes('08:20').slice(0, 4)).toEqual(['08:00', '08:15', '08:20', '08:30'])
})
