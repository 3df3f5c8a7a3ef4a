import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FormDrawer } from '@/components/FormDrawer'
import { amountOf } from '@/components/grid/amounts'
import { PeopleSelect } from '@/components/PeopleSelect'
import { PersonSelect } from '@/components/PersonSelect'
import { useOpenDepartments } from '@/components/requests/useDepartments'
import type { Schema } from '@/lib/api-types'
import { useOpenProducts } from '../requests/useCoordinates'
import { useMakeSheet } from '../requests/useMakeSheet'
import { useMeasures } from '../requests/useMeasures'
import { CustomersSelect } from './CustomersSelect'
import { COLUMNS, type ColumnsOf, periodsOf } from './periods'

type Preset = Exclude<Schema<'TargetPreset'>, 'free'>
const PRESETS: Preset[] = ['month_by_manager', 'month_by_product', 'customer_by_product', 'month_plan']
const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

interface Values {
  title?: string
  preset: Preset
  year: number
  month: string
  whose: 'person' | 'department'
  employee_id?: string
  department_id?: string
  measure_ids?: string[]
  columns: ColumnsOf
  employee_ids?: string[]
  product_ids?: string[]
  customer_ids?: string[]
  given?: string
}

/** Of the fields that are shown for the chosen form, and no others: what was typed before another form was chosen does not travel along. */
function formOf(values: Values): Schema<'NewTargetSheetForm'> {
  const { preset } = values
  const byCustomer = preset === 'customer_by_product' || preset === 'month_plan'
  return {
    title: values.title?.trim() || null,
    preset,
    year: values.year,
    period: preset === 'month_plan' ? values.month : null,
    employee_id: values.whose === 'person' ? (values.employee_id ?? null) : null,
    department_id: values.whose === 'department' ? (values.department_id ?? null) : null,
    measure_ids: values.measure_ids ?? [],
    periods: preset === 'month_by_manager' || preset === 'month_by_product' ? periodsOf(values.columns) : [],
    employee_ids: preset === 'month_by_manager' ? (values.employee_ids ?? []) : [],
    department_ids: [],
    product_ids: preset === 'month_by_manager' ? [] : (values.product_ids ?? []),
    customer_ids: byCustomer ? (values.customer_ids ?? []) : [],
    rows: [],
    row_axes: [],
    column_axes: [],
    parent_id: null,
    parent_row: null,
    previous_id: null,
    given: amountOf(values.given ?? '') ?? null,
  }
}

export function NewSheet({ isOpen, onClose, year }: { isOpen: boolean; onClose: () => void; year: number }) {
  const { t } = useTranslation('goal')
  const navigate = useNavigate()
  const make = useMakeSheet()
  const measures = useMeasures()
  const products = useOpenProducts()
  const departments = useOpenDepartments()
  const needed = (key: string) => [{ required: true, message: t(`new.${key}_needed`) }]
  const open = (measures.data?.items ?? []).filter((measure) => !measure.closed_at)
  const submit = async (values: Values, idempotencyKey: string) => {
    const sheet = await make.mutateAsync({ form: formOf(values), idempotencyKey })
    void navigate(`/goals/targets/${sheet.id}`)
  }
  return (
    <FormDrawer<Values> title={t('new.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('new.submit')} initialValues={{ preset: 'month_by_manager', year, month: '01', whose: 'department', columns: 'months' }} wide>
      <Form.Item name="preset" label={t('new.preset')}>
        <Radio.Group options={PRESETS.map((value) => ({ value, label: t(`preset.${value}`) }))} />
      </Form.Item>
      <Form.Item name="year" label={t('new.year')} rules={needed('year')}>
        <InputNumber min={2000} max={2100} precision={0} />
      </Form.Item>
      <Form.Item name="whose" label={t('new.whose')}>
        <Radio.Group options={(['department', 'person'] as const).map((value) => ({ value, label: t(`new.of_${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => {
          const { preset, whose } = getFieldsValue(true) as Values
          const hasPeriods = preset === 'month_by_manager' || preset === 'month_by_product'
          return (
            <>
              {whose === 'person' ? (
                <Form.Item name="employee_id" label={t('new.person')} rules={needed('person')}>
                  <PersonSelect />
                </Form.Item>
              ) : (
                <Form.Item name="department_id" label={t('new.department')} rules={needed('department')}>
                  <Select showSearch={{ optionFilterProp: 'label' }} options={(departments.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />
                </Form.Item>
              )}
              <Form.Item name="measure_ids" label={t('new.measures')} rules={needed('measures')} extra={open.length === 0 && measures.data ? t('new.no_measures') : undefined}>
                <Select mode="multiple" options={open.map((measure) => ({ value: measure.id, label: measure.unit ? `${measure.name}（${measure.unit}）` : measure.name }))} />
              </Form.Item>
              {preset === 'month_plan' && (
                <Form.Item name="month" label={t('new.month')}>
                  <Select options={MONTHS.map((value) => ({ value, label: t('new.month_name', { month: Number(value) }) }))} />
                </Form.Item>
              )}
              {hasPeriods && (
                <Form.Item name="columns" label={t('new.columns')}>
                  <Select options={COLUMNS.map((value) => ({ value, label: t(`new.columns_${value}`) }))} />
                </Form.Item>
              )}
              {preset === 'month_by_manager' && (
                <Form.Item name="employee_ids" label={t('new.people')} rules={needed('people')}>
                  <PeopleSelect />
                </Form.Item>
              )}
              {preset !== 'month_by_manager' && (
                <Form.Item name="product_ids" label={t('new.products')} rules={needed('products')}>
                  <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(products.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />
                </Form.Item>
              )}
              {(preset === 'customer_by_product' || preset === 'month_plan') && (
                <Form.Item name="customer_ids" label={t('new.customers')} rules={needed('customers')}>
                  <CustomersSelect />
                </Form.Item>
              )}
            </>
          )
        }}
      </Form.Item>
      <Form.Item name="given" label={t('new.given')} extra={t('new.given_note')}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="title" label={t('new.name')} extra={t('new.name_note')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  )
}
