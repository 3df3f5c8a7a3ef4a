import { amountOf } from '@/components/grid/amounts'
import type { Schema } from '@/lib/api-types'
import type { Sheet } from '../requests/useTargetSheet'
import type { Row } from './layout'
import { type ColumnsOf, MONTHS, periodsOf } from './periods'

export type Preset = Schema<'TargetPreset'>
export type Axis = Schema<'TargetAxis'>

export const PRESETS: Preset[] = ['month_by_manager', 'month_by_product', 'customer_by_product', 'month_plan', 'free']
/** What may stand at which side: periods across, owners down. */
export const ROW_AXES: Axis[] = ['owner', 'product', 'customer', 'measure']
export const COLUMN_AXES: Axis[] = ['period', 'product', 'customer', 'measure']

/** The row a new sheet takes apart. */
export interface Above {
  sheet: Sheet
  row: Row
}

export interface Values {
  title?: string
  preset: Preset
  year: number
  month: string
  whose: 'person' | 'department'
  employee_id?: string
  department_id?: string
  measure_ids?: string[]
  row_axes?: Axis[]
  column_axes?: Axis[]
  columns: ColumnsOf
  employee_ids?: string[]
  department_ids?: string[]
  product_ids?: string[]
  customer_ids?: string[]
  given?: string
}

const AXES: Record<Exclude<Preset, 'free'>, { rows: Axis[]; columns: Axis[] }> = {
  month_by_manager: { rows: ['owner'], columns: ['period'] },
  month_by_product: { rows: ['product'], columns: ['period'] },
  customer_by_product: { rows: ['customer'], columns: ['product'] },
  month_plan: { rows: ['customer', 'product'], columns: ['measure'] },
}

/** What the chosen form lays out at its two sides. */
export function axesOf({ preset, row_axes = [], column_axes = [] }: Pick<Values, 'preset' | 'row_axes' | 'column_axes'>): { rows: Axis[]; columns: Axis[] } {
  return preset === 'free' ? { rows: row_axes, columns: column_axes } : AXES[preset]
}

export function hasAxis(values: Pick<Values, 'preset' | 'row_axes' | 'column_axes'>, axis: Axis): boolean {
  const { rows, columns } = axesOf(values)
  return rows.includes(axis) || columns.includes(axis)
}

const monthOf = (month: string) => month.slice(5, 7)

/** The whole year, or as long as the sheet above: nothing outside of it would be part of it. */
export function spanOf(above: Above | undefined): { from: string; to: string } {
  return above ? { from: monthOf(above.sheet.period.from), to: monthOf(above.sheet.period.to) } : { from: '01', to: '12' }
}

/** The columns of the sheet above, each period once. */
export function periodsAbove({ sheet }: Above): string[] {
  return [...new Set(sheet.columns.flatMap((column) => (column.period ? [column.period.label] : [])))]
}

/** Of the fields that are shown for the chosen form, and no others: what was typed before another form was chosen does not travel along. */
export function formOf(values: Values, above?: Above): Schema<'NewTargetSheetForm'> {
  const { preset } = values
  const has = (axis: Axis) => hasAxis(values, axis)
  const ids = (axis: Axis, chosen: string[] | undefined) => (has(axis) ? (chosen ?? []) : [])
  const span = spanOf(above)
  const isWholeYear = span.from === '01' && span.to === '12'
  return {
    title: values.title?.trim() || null,
    preset,
    year: values.year,
    period: preset === 'month_plan' ? values.month : isWholeYear ? null : `${span.from}-${span.to}`,
    employee_id: values.whose === 'person' ? (values.employee_id ?? null) : null,
    department_id: values.whose === 'department' ? (values.department_id ?? null) : null,
    measure_ids: values.measure_ids ?? [],
    periods: !has('period') ? [] : values.columns === 'above' && above ? periodsAbove(above) : periodsOf(values.columns, span),
    employee_ids: ids('owner', values.employee_ids),
    department_ids: ids('owner', values.department_ids),
    product_ids: ids('product', values.product_ids),
    customer_ids: ids('customer', values.customer_ids),
    rows: [],
    row_axes: preset === 'free' ? (values.row_axes ?? []) : [],
    column_axes: preset === 'free' ? (values.column_axes ?? []) : [],
    parent_id: above?.sheet.id ?? null,
    parent_row: above?.row.row ?? null,
    previous_id: null,
    given: above ? null : (amountOf(values.given ?? '') ?? null),
  }
}

/** Below a department's row its people by months, below a person's the plan of the month that runs. */
export function startOf(year: number, month: string, above?: Above): Values {
  const base: Values = { preset: 'month_by_manager', year, month, whose: 'department', columns: 'months', row_axes: ['owner'], column_axes: ['period'] }
  if (!above) return base
  const { sheet, row } = above
  const person = row.employee ?? (row.department ? undefined : sheet.employee)
  const department = row.department ?? sheet.department
  const span = spanOf(above)
  return {
    ...base,
    preset: person ? 'month_plan' : 'month_by_manager',
    year: Number(sheet.period.from.slice(0, 4)),
    month: month >= span.from && month <= span.to ? month : (MONTHS.find((each) => each >= span.from) ?? month),
    whose: person ? 'person' : 'department',
    employee_id: person?.id,
    department_id: person ? undefined : department?.id,
    measure_ids: row.measure_id ? [row.measure_id] : sheet.measures.map((measure) => measure.id),
    product_ids: row.product ? [row.product.id] : undefined,
    customer_ids: row.customer ? [row.customer.id] : undefined,
    columns: 'months',
  }
}
