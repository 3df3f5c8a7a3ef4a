import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { addDays } from '@/lib/civilTime'
import { useMay, useSession } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import { BriefFields } from '../brief/BriefFields'
import { saidAnswers } from '../brief/said'
import { useKinds } from '../requests/useKinds'
import { useBeginSeries } from '../requests/useSeries'
import { SHIFTS, templateOf, UNITS } from './rule'
import styles from './Series.module.css'

type Rule = Omit<Schema<'NewSeriesForm'>, 'item'>
type Values = Rule & Pick<Schema<'NewWorkItemForm'>, 'title' | 'kind' | 'owner_id' | 'handler_id' | 'description' | 'brief' | 'custom'>

interface Props {
  /** What each one is made of; without it everything is said here. */
  item?: Schema<'WorkItemView'>
  isOpen: boolean
  onClose: () => void
}

/** Lets an item come round again: how often, from when, until when, and who has it. */
export function RepeatForm({ item, isOpen, onClose }: Props) {
  const { t } = useTranslation('series')
  const { t: word } = useTranslation('work')
  const { kinds, kindOf } = useKinds()
  const { user } = useSession()
  const time = useTimeText()
  const mayAssign = useMay('work.assign')
  const begin = useBeginSeries()
  const me = user.employee_id ? { id: user.employee_id, name: user.name } : undefined
  const template = item && templateOf(item)
  // Who may not give work to others keeps it in their own name.
  const owner = mayAssign || item?.standing.owner.id === me?.id ? item?.standing.owner : undefined
  const submit = async ({ every, unit, first_on, until, shift, due_working_days, ...said }: Values, key: string) => {
    const form = { every, unit, first_on, until, shift, due_working_days, item: { ...template, ...said, ...saidAnswers(said) } }
    await begin.mutateAsync({ form, key })
    toast.success(t('begun'))
  }
  const initial = {
    kind: 'task',
    ...template,
    owner_id: owner?.id ?? me?.id,
    handler_id: item?.standing.handler.id ?? me?.id,
    every: 1,
    unit: 'month' as const,
    shift: 'later' as const,
    first_on: addDays(time.civil(time.now).date, 1),
  }
  return (
    <FormDrawer<Values> title={t('new')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={initial as Partial<Values>} submitText={t('begin')} wide>
      <Form.Item name="title" label={word('field.title')} rules={[{ required: true, whitespace: true, message: word('new.title_missing') }]}>
        <Input autoFocus={!item} maxLength={200} placeholder={t('title_hint')} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item label={t('field.rule')} required>
          <div className={styles.rule}>
            <span>{t('each')}</span>
            <Form.Item name="every" noStyle rules={[{ required: true, message: t('every_missing') }]}>
              <InputNumber min={1} max={365} precision={0} aria-label={t('field.every')} />
            </Form.Item>
            <Form.Item name="unit" noStyle>
              <Select aria-label={t('field.unit')} options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))} />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item name="shift" label={t('field.shift')}>
          <Select options={SHIFTS.map((value) => ({ value, label: t(`shift.${value}`) }))} />
        </Form.Item>
        <Form.Item name="first_on" label={t('field.first_on')} rules={[{ required: true, message: t('first_missing') }]}>
          <DateField futureOnly />
        </Form.Item>
        <Form.Item name="until" label={t('field.until')} extra={t('until_hint')}>
          <DateField futureOnly />
        </Form.Item>
        <Form.Item name="owner_id" required label={word('field.owner')} extra={mayAssign ? undefined : word('new.owner_fixed')}>
          <PersonSelect known={owner ?? me} disabled={!mayAssign} allowClear={false} />
        </Form.Item>
        <Form.Item name="handler_id" required label={word('field.handler')} extra={t('handler_hint')}>
          <PersonSelect known={item?.standing.handler ?? me} allowClear={false} />
        </Form.Item>
        <Form.Item name="kind" required label={word('field.kind')}>
          <Select options={kinds.map((kind) => ({ value: kind.code, label: kind.name }))} />
        </Form.Item>
        <Form.Item name="due_working_days" label={t('field.due')} extra={t('due_hint')}>
          <InputNumber min={0} max={250} precision={0} suffix={t('working_days')} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.kind !== after.kind}>
        {({ getFieldValue }) => <BriefFields kind={kindOf(getFieldValue('kind') as string | undefined)} isDraft={false} />}
      </Form.Item>
      <Form.Item name="description" label={word('field.description')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={20000} />
      </Form.Item>
    </FormDrawer>
  )
}
