import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FormDrawer } from '@/components/FormDrawer'
import { useWan } from '@/components/grid/wan'
import { PersonSelect } from '@/components/PersonSelect'
import { useOpenDepartments } from '@/components/requests/useDepartments'
import { useTimeText } from '@/lib/useTimeText'
import { useMakeSheet } from '../requests/useMakeSheet'
import { useMeasures } from '../requests/useMeasures'
import { Coordinates } from './Coordinates'
import { type Above, axesOf, COLUMN_AXES, formOf, hasAxis, PRESETS, ROW_AXES, spanOf, startOf, type Values } from './newSheet'
import { COLUMNS, MONTHS } from './periods'
import styles from './Targets.module.css'
import { typing } from './typing'

interface Props {
  isOpen: boolean
  onClose: () => void
  year: number
  /** The row the sheet takes apart; without it the sheet stands alone. */
  above?: Above
}

export function NewSheet({ isOpen, onClose, year, above }: Props) {
  const { t } = useTranslation('goal')
  const navigate = useNavigate()
  const time = useTimeText()
  const make = useMakeSheet()
  const measures = useMeasures()
  const [isWan] = useWan()
  // Several measures have no number for all of them.
  const typingOf = ({ measure_ids: [only, ...others] = [] }: Values) => typing(others.length === 0 ? measures.data?.items.find((each) => each.id === only) : undefined, isWan)
  const submit = async (values: Values, idempotencyKey: string) => {
    const given = typingOf(values).amountOf(values.given)
    const sheet = await make.mutateAsync({ form: formOf({ ...values, given: given ?? undefined }, above), idempotencyKey })
    void navigate(`/goals/targets/${sheet.id}`)
  }
  const start = startOf(year, time.civil(time.now).date.slice(5, 7), above)
  return (
    <FormDrawer<Values> title={above ? t('new.title_below', { row: above.row.label }) : t('new.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('new.submit')} initialValues={start} wide>
      {above && <p className={styles.note}>{t('new.below_note', { title: above.sheet.title, row: above.row.label })}</p>}
      <Form.Item name="preset" label={t('new.preset')}>
        <Radio.Group options={PRESETS.map((value) => ({ value, label: t(`preset.${value}`) }))} />
      </Form.Item>
      <Form.Item name="year" label={t('new.year')} rules={[{ required: true, message: t('new.year_needed') }]}>
        <InputNumber min={2000} max={2100} precision={0} disabled={above !== undefined} />
      </Form.Item>
      <Owner above={above} />
      <Measures />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => <Layout values={getFieldsValue(true) as Values} above={above} />}
      </Form.Item>
      {!above && (
        <Form.Item noStyle dependencies={['measure_ids']}>
          {({ getFieldsValue }) => {
            const { unit, amountOf } = typingOf(getFieldsValue(true) as Values)
            return (
              <Form.Item name="given" label={t('new.given')} extra={t('new.given_note')} rules={[{ validator: (_rule, typed?: string) => (typed && amountOf(typed) === undefined ? Promise.reject(new Error(t('sheet.no_amount', { typed }))) : Promise.resolve()) }]}>
                <Input inputMode="decimal" suffix={unit || undefined} />
              </Form.Item>
            )
          }}
        </Form.Item>
      )}
      <Form.Item name="title" label={t('new.name')} extra={t('new.name_note')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  )
}

function Owner({ above }: Pick<Props, 'above'>) {
  const { t } = useTranslation('goal')
  const departments = useOpenDepartments()
  const person = above?.row.employee ?? above?.sheet.employee
  return (
    <>
      <Form.Item name="whose" label={t('new.whose')}>
        <Radio.Group options={(['department', 'person'] as const).map((value) => ({ value, label: t(`new.of_${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['whose']}>
        {({ getFieldValue }) =>
          getFieldValue('whose') === 'person' ? (
            <Form.Item name="employee_id" label={t('new.person')} rules={[{ required: true, message: t('new.person_needed') }]}>
              <PersonSelect known={person ? { id: person.id, name: person.name } : undefined} />
            </Form.Item>
          ) : (
            <Form.Item name="department_id" label={t('new.department')} rules={[{ required: true, message: t('new.department_needed') }]}>
              <Select showSearch={{ optionFilterProp: 'label' }} options={(departments.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  )
}

function Measures() {
  const { t } = useTranslation('goal')
  const measures = useMeasures()
  const open = (measures.data?.items ?? []).filter((measure) => !measure.closed_at)
  return (
    <Form.Item name="measure_ids" label={t('new.measures')} rules={[{ required: true, message: t('new.measures_needed') }]} extra={open.length === 0 && measures.data ? t('new.no_measures') : undefined}>
      <Select mode="multiple" options={open.map((measure) => ({ value: measure.id, label: measure.unit ? `${measure.name}（${measure.unit}）` : measure.name }))} />
    </Form.Item>
  )
}

/** What stands at the two sides. */
function Layout({ values, above }: { values: Values } & Pick<Props, 'above'>) {
  const { t } = useTranslation('goal')
  const span = spanOf(above)
  const { rows, columns } = axesOf(values)
  const options = (['months', ...(above ? ['above'] : []), ...COLUMNS.slice(1)] as const).map((value) => ({ value, label: t(`new.columns_${value}`) }))
  const axisOptions = (axes: typeof ROW_AXES, other: typeof ROW_AXES) => axes.map((value) => ({ value, label: t(`corner.${value}`), disabled: other.includes(value) }))
  return (
    <>
      {values.preset === 'free' && (
        <>
          <Form.Item name="row_axes" label={t('new.row_axes')} rules={[{ required: true, message: t('new.axes_needed') }]}>
            <Select mode="multiple" options={axisOptions(ROW_AXES, columns)} />
          </Form.Item>
          <Form.Item name="column_axes" label={t('new.column_axes')} rules={[{ required: true, message: t('new.axes_needed') }]}>
            <Select mode="multiple" options={axisOptions(COLUMN_AXES, rows)} />
          </Form.Item>
        </>
      )}
      {values.preset === 'month_plan' && (
        <Form.Item name="month" label={t('new.month')}>
          <Select options={MONTHS.filter((month) => month >= span.from && month <= span.to).map((value) => ({ value, label: t('new.month_name', { month: Number(value) }) }))} />
        </Form.Item>
      )}
      {hasAxis(values, 'period') && (
        <Form.Item name="columns" label={t('new.columns')}>
          <Select options={options} />
        </Form.Item>
      )}
      <Coordinates axes={[...rows, ...columns]} knownCustomers={above?.row.customer ? [above.row.customer] : undefined} />
    </>
  )
}
