import { describe, expect, it } from 'vitest'
import type { Sheet } from '../requests/useTargetSheet'
import { rowsOf } from './addedRows'
import type { Row } from './layout'
import { formOf, startOf } from './newSheet'
import { periodsOf } from './periods'

const sheet = {
  id: 's1',
  period: { from: '2026-01', to: '2026-12', label: '01-12' },
  department: { id: 'd1', name: '客户部' },
  employee: null,
  measures: [{ id: 'm1' }],
  columns: [
    { column: 1, period: { label: '01-06' }, product: null },
    { column: 2, period: { label: '07-12' }, product: null },
  ],
} as unknown as Sheet
const row = (more: Partial<Row>) => ({ row: 2, measure_id: null, employee: null, department: null, product: null, customer: null, ...more }) as Row

describe('a new sheet', () => {
  it('below a department takes it apart by its people', () => {
    const start = startOf(2025, '11', { sheet, row: row({ department: { id: 'd2', name: '一组' } }) })
    expect(start).toMatchObject({ preset: 'month_by_manager', year: 2026, whose: 'department', department_id: 'd2', measure_ids: ['m1'] })
    const form = formOf({ ...start, employee_ids: ['e1'], department_ids: ['d3'], columns: 'above' }, { sheet, row: row({}) })
    expect(form).toMatchObject({ parent_id: 's1', parent_row: 2, periods: ['01-06', '07-12'], employee_ids: ['e1'], department_ids: ['d3'] })
  })
  it('below a person is the plan of the month that runs', () => {
    expect(startOf(2026, '11', { sheet, row: row({ employee: { id: 'e1', name: '李明' } }) })).toMatchObject({ preset: 'month_plan', month: '11', whose: 'person', employee_id: 'e1' })
  })
  it('lays out any two axes, and sends nothing of the others', () => {
    const form = formOf({ ...startOf(2026, '01'), preset: 'free', row_axes: ['owner', 'product'], column_axes: ['measure'], department_ids: ['d1'], product_ids: ['p1'], customer_ids: ['c1'] })
    expect(form).toMatchObject({ row_axes: ['owner', 'product'], column_axes: ['measure'], department_ids: ['d1'], product_ids: ['p1'], customer_ids: [], periods: [] })
  })
  it('stays within the period of the sheet above', () => {
    expect(periodsOf('quarters', { from: '05', to: '09' })).toEqual(['05-06', '07-09'])
    expect(periodsOf('months', { from: '11', to: '12' })).toEqual(['11', '12'])
  })
})

describe('rows to be added', () => {
  it('are every combination once, departments before people', () => {
    const rows = rowsOf(['owner', 'product'], { department_ids: ['d1'], employee_ids: ['e1'], product_ids: ['p1', 'p2'] })
    expect(rows.map((row) => [row.department_id ?? row.employee_id, row.product_id])).toEqual([['d1', 'p1'], ['d1', 'p2'], ['e1', 'p1'], ['e1', 'p2']])
  })
})
