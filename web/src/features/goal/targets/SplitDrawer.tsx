import { Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { amountOf } from '@/components/grid/amounts'
import { useWan } from '@/components/grid/wan'
import { toast } from '@/components/toast'
import { useClearing } from '@/components/useClearing'
import type { Schema } from '@/lib/api-types'
import { type Sheet, useSplit } from '../requests/useTargetSheet'
import type { Spot } from './layout'
import { measureOf } from './sheetInWan'
import { typing } from './typing'

const METHODS: Schema<'SplitMethod'>[] = ['even', 'weights', 'last_year', 'growth']
const SCOPES: Schema<'SplitScope'>[] = ['row', 'column', 'whole']

interface Values {
  scope: Schema<'SplitScope'>
  measure_id?: string
  method: Schema<'SplitMethod'>
  total?: string
  weights?: string
  growth?: string
}

/** Shares a total among cells, exactly: locked ones stay, what cannot be divided goes to the largest remainders. */
export function SplitDrawer({ sheet, spot, isOpen, onClose }: { sheet: Sheet; spot: Spot; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const clearing = useClearing()
  const split = useSplit(sheet.id)
  const [isWan] = useWan()
  const typingOf = ({ measure_id, scope }: Pick<Values, 'measure_id' | 'scope'>) =>
    typing(sheet.measures.find((each) => each.id === measure_id) ?? measureOf(sheet, scope === 'row' ? spot.row : undefined, scope === 'column' ? spot.column : undefined), isWan)
  const numbers = (text: string | undefined) => (text ?? '').split(/[\s,，、]+/).filter(Boolean).map(Number)
  const submit = (values: Values) =>
    split
      .mutateAsync({
        scope: values.scope,
        row: values.scope === 'row' ? spot.row.row : null,
        column: values.scope === 'column' ? spot.column.column : null,
        measure_id: values.measure_id ?? null,
        total: typingOf(values).amountOf(values.total) ?? null,
        method: values.method,
        weights: values.method === 'weights' ? numbers(values.weights) : [],
        growth: values.method === 'growth' ? (amountOf(values.growth ?? '') ?? null) : null,
      })
      .then(() => toast.success(t('split.done')))
  const names = { row: spot.row.label, column: spot.column.label, whole: sheet.title }
  return (
    <FormDrawer<Values> title={t('split.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('split.submit')} initialValues={{ scope: sheet.periods_down ? 'row' : 'whole', method: 'even' }}>
      <Form.Item name="scope" label={t('split.scope')}>
        <Select options={SCOPES.map((value) => ({ value, label: t(`split.scope_${value}`, { name: names[value] }) }))} />
      </Form.Item>
      {sheet.measures.length > 1 && (
        <Form.Item name="measure_id" label={t('split.measure')}>
          <Select allowClear={clearing} options={sheet.measures.map((measure) => ({ value: measure.id, label: measure.name }))} />
        </Form.Item>
      )}
      <Form.Item name="method" label={t('split.method')}>
        <Segmented block options={METHODS.map((value) => ({ value, label: t(`split.method_${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => {
          const values = getFieldsValue(true) as Values
          const { method } = values
          const { unit } = typingOf(values)
          return (
            <>
              <Form.Item name="total" label={t('split.total')} extra={method === 'growth' ? t('split.total_of_growth') : undefined} rules={[{ required: method !== 'growth', message: t('split.total_needed') }, { validator: (_rule, typed?: string) => (typed && amountOf(typed) === undefined ? Promise.reject(new Error(t('sheet.no_amount', { typed }))) : Promise.resolve()) }]}>
                <Input inputMode="decimal" suffix={unit || undefined} />
              </Form.Item>
              {method === 'weights' && (
                <Form.Item name="weights" label={t('split.weights')} extra={t('split.weights_note')} rules={[{ required: true, message: t('split.weights_needed') }]}>
                  <Input />
                </Form.Item>
              )}
              {method === 'growth' && (
                <Form.Item name="growth" label={t('split.growth')} rules={[{ required: true, message: t('split.growth_needed') }]}>
                  <Input inputMode="decimal" suffix="%" />
                </Form.Item>
              )}
            </>
          )
        }}
      </Form.Item>
    </FormDrawer>
  )
}
