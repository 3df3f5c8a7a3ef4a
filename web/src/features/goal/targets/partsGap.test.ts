import { expect, test } from 'vitest'
import type { Sheet } from '../requests/useTargetSheet'
import { belowOf, besideOf } from './figures'
import { layoutOf } from './layout'
import { partsGap } from './partsGap'

const t = ((key: string) => key) as never

test('a cell and the sheets below it agree, or something is missing', () => {
  expect(partsGap({ plan: '100', parts: '80' })).toBe('20')
  expect(partsGap({ plan: '0.1', parts: '0.3' })).toBe('-0.2')
  expect(partsGap({ plan: '100', parts: '100' })).toBe('0')
  expect(partsGap({ plan: '100', parts: null })).toBe(null)
  expect(partsGap({ plan: null, parts: '80' })).toBe(null)
  expect(partsGap(undefined)).toBe(null)
})

const sheet = (periods_down: boolean) =>
  ({
    periods_down,
    columns: [{ column: 1 }, { column: 2 }],
    rows: [
      { row: 1, cells: [], total: { plan: '90' }, attainment: null, tiers: null, gap: '10', parts_gap: '-5' },
      { row: 2, cells: [], total: { plan: '70' }, attainment: null, tiers: null, gap: null, parts_gap: null },
    ],
    measures: [{ id: 'm' }],
    totals: [{ measure_id: 'm', columns: [], whole: {}, gaps: [] }],
  }) as unknown as Sheet

test('what a row was given and what its parts plan stand below it where the periods go down', () => {
  const shown = sheet(true)
  const below = belowOf(shown, layoutOf(shown, ['plan', 'actual']), t)
  const texts = (key: string) => [0, 1, 2, 3].map((index) => below.find((each) => each.key === key)?.at(index)?.text)
  expect(texts('gap')).toEqual(['10', undefined, undefined, undefined])
  expect(texts('parts_gap')).toEqual(['-5', undefined, undefined, undefined])
})

test('they stand behind it where the rows do', () => {
  const shown = sheet(false)
  const beside = besideOf(shown, layoutOf(shown, ['plan']), t)
  expect(beside.filter(({ key }) => key.endsWith('gap')).map(({ key, at }) => [key, at(0)?.text, at(1)?.text])).toEqual([
    ['gap', '10', undefined],
    ['parts_gap', '-5', undefined],
  ])
  expect(besideOf(shown, layoutOf(shown, ['actual']), t).some(({ key }) => key.endsWith('gap'))).toBe(false)
})
