import type { Schema } from '@/lib/api-types'
import type { Axis } from './newSheet'

type RowForm = Schema<'TargetRowForm'>
/** What was chosen for each axis. */
export type Values = Partial<Record<'employee_ids' | 'department_ids' | 'product_ids' | 'customer_ids' | 'measure_ids', string[]>>

const NOTHING: RowForm = { employee_id: null, department_id: null, product_id: null, customer_id: null, measure_id: null, given: null }
const COORDINATE = { product: ['product_ids', 'product_id'], customer: ['customer_ids', 'customer_id'], measure: ['measure_ids', 'measure_id'] } as const

/** Every combination of what was chosen, the last axis moving fastest. */
export function rowsOf(axes: Axis[], values: Values): RowForm[] {
  return axes.reduce<RowForm[]>(
    (rows, axis) => {
      if (axis === 'period') return rows
      const each: Partial<RowForm>[] =
        axis === 'owner' ? [...(values.department_ids ?? []).map((id) => ({ department_id: id })), ...(values.employee_ids ?? []).map((id) => ({ employee_id: id }))] : (values[COORDINATE[axis][0]] ?? []).map((id) => ({ [COORDINATE[axis][1]]: id }))
      return rows.flatMap((row) => each.map((coordinate) => ({ ...row, ...coordinate })))
    },
    [NOTHING],
  )
}
