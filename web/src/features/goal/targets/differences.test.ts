import { describe, expect, it } from 'vitest'
import { differencesOf } from './differences'
import type { Cell, Row } from './layout'

const row = (no: number, cells: Partial<Cell>[]) => ({ row: no, cells }) as Row

describe('what was undone', () => {
  it('is done again with the values from before, empty ones too', () => {
    const before = [row(1, [{ column: 1, plan: '10' }, { column: 2, plan: null, actual: '3', source: 'child' }])]
    const after = [row(1, [{ column: 1, plan: '7' }, { column: 3, plan: '4' }, { column: 2, actual: '2' }])]
    expect(differencesOf(before, after)).toEqual([
      { row: 1, column: 1, field: 'plan', value: '10' },
      { row: 1, column: 3, field: 'plan', value: null },
    ])
  })
  it('leaves out rows that are not there', () => {
    expect(differencesOf([], [row(1, [{ column: 1, plan: '7' }])])).toEqual([])
  })
})
