import { describe, expect, it } from 'vitest'
import { hoursIn, hoursText } from './hours'

describe('working hours as people type them', () => {
  it('reads several spans with Chinese and western signs', () => {
    expect(hoursIn('9:00-12:00，13：30–18:00')).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ])
  })
  it('takes nothing for a day off, and refuses what it cannot read', () => {
    expect(hoursIn('  ')).toEqual([])
    expect(hoursIn('上午')).toBeUndefined()
  })
  it('writes what it reads', () => {
    expect(hoursText(hoursIn('9:00-12:00, 13:30-18:00') ?? [])).toBe('09:00–12:00, 13:30–18:00')
  })
})
