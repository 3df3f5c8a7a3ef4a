import { describe, expect, it } from 'vitest'
import { shifted, typedInWan } from '@/components/grid/wan'
import type { Sheet } from '../requests/useTargetSheet'
import { sheetInWan } from './sheetInWan'

describe('amounts in 万元', () => {
  it.each([
    ['12345.6', '1.23456'],
    ['30000', '3'],
    ['-500', '-0.05'],
    ['0', '0'],
    ['1', '0.0001'],
    ['1234567890.12', '123456.789012'],
  ])('%s 元 are %s 万元', (yuan, wan) => expect(shifted(yuan)).toBe(wan))
  it('are typed as they are shown', () => {
    expect(['3', '3.', '1,200.5', '３', '3万', '', '—', 'abc'].map(typedInWan)).toEqual(['3万', '3.万', '1,200.5万', '３万', '3万', '', '—', 'abc'])
  })
  it('leave other measures of a sheet as they are', () => {
    const sheet = {
      measures: [
        { id: 'm', unit: '元' },
        { id: 'u', unit: '户' },
      ],
      columns: [
        { column: 1, measure_id: 'm' },
        { column: 2, measure_id: 'u' },
      ],
      rows: [{ row: 1, measure_id: null, total: null, given: '9', cells: [{ column: 1, plan: '20000', attainment: '50' }, { column: 2, plan: '20000' }] }],
      totals: [
        { measure_id: 'm', whole: { plan: '20000' }, gaps: [{ given: '30000', planned: '20000', gap: '10000' }], columns: [] },
        { measure_id: 'u', whole: { plan: '20000' }, gaps: [], columns: [] },
      ],
      figures: [],
    } as unknown as Sheet
    const shown = sheetInWan(sheet)
    expect(shown.rows[0]!.cells.map((cell) => [cell.plan, cell.attainment])).toEqual([
      ['2', '50'],
      ['20000', undefined],
    ])
    expect(shown.totals.map((totals) => totals.whole.plan)).toEqual(['2', '20000'])
    expect(shown.totals[0]!.gaps[0]).toEqual({ given: '3', planned: '2', gap: '1' })
    expect(shown.measures.map((measure) => measure.unit)).toEqual(['万元', '户'])
  })
})
