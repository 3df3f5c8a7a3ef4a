import { describe, expect, it } from 'vitest'
import { typing } from './typing'

describe('an amount in a form beside the grid', () => {
  it('is typed in the unit that is shown', () => {
    const revenue = typing({ unit: '元' }, true)
    expect(revenue.unit).toBe('万元')
    expect(['300', '0.5', '3万', '', 'abc', undefined].map(revenue.amountOf)).toEqual(['3000000', '5000', '30000', null, undefined, null])
    expect(revenue.shown('12345.6')).toBe('1.23456')
    expect(revenue.amountOf(revenue.shown('12345.6')!)).toBe('12345.6')
  })
  it('stays as it is where 元 are shown, and for other measures', () => {
    expect(typing({ unit: '元' }, false).amountOf('300')).toBe('300')
    expect(typing({ unit: '户' }, true)).toMatchObject({ unit: '户' })
    expect(typing({ unit: '户' }, true).amountOf('300')).toBe('300')
    expect(typing(undefined, true)).toMatchObject({ unit: '' })
  })
})
