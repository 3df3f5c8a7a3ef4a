import { describe, expect, it } from 'vitest'
import { addDays, instantAt, nextMonday, workingDayAfter } from './civilTime'

describe('civil time', () => {
  it('reads the wall clock in the organisation’s zone', () => {
    expect(instantAt('2026-11-23', '09:00', 'Asia/Shanghai')).toBe('2026-11-23T01:00:00.000Z')
    expect(instantAt('2026-07-01', '09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z')
  })
  it('counts days across months', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
  })
  it('goes to the Monday of the following week, from a Monday too', () => {
    expect(nextMonday('2026-11-22')).toBe('2026-11-23')
    expect(nextMonday('2026-11-23')).toBe('2026-11-30')
  })
  it('skips days off', () => {
    const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((date) => ({ date, working: date > '2026-11-22' }))
    expect(workingDayAfter('2026-11-20', 2, days)).toBe('2026-11-24')
    expect(workingDayAfter('2026-11-20', 3, days)).toBeUndefined()
  })
})
