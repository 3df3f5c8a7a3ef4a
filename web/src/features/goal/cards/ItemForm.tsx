import { DeleteOutlined, MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import { amountOf } from '@/components/grid/amounts'
import { useOpenDepartments } from '@/components/requests/useDepartments'
import { useClearing } from '@/components/useClearing'
import type { Schema } from '@/lib/api-types'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { useLinkable, useRemoveItem, useSaveItem } from '../requests/useGoalItems'
import styles from './Cards.module.css'
import { RowChoice } from './RowChoice'
import { useAmountRule } from './useAmountRule'

const STANDARDS = ['quantity', 'quality', 'time_standard', 'cost'] as const
const TIERS = ['base', 'commit', 'target', 'stretch'] as const
type Tier = (typeof TIERS)[number]
type Text = 'what' | 'purpose' | 'how' | 'risks' | 'measure' | 'unit' | (typeof STANDARDS)[number]

type Values = Partial<Record<Text | Tier | 'weight', string>> & {
  due_on?: string
  milestones?: { on?: string; text?: string }[]
  better: Schema<'BetterWhen'>
  accrual: Schema<'Accrual'>
  rollup: Schema<'Rollup'>
  target_sheet_id?: string
  target_row?: number
  parent_item_id?: string
  support_department_ids?: string[]
}

function valuesOf(card: GoalCard, item: GoalItem | undefined): Partial<Values> {
  if (!item) return { better: 'higher', accrual: 'accumulating', rollup: 'by_hand', due_on: card.period_to, weight: '' }
  const text = (key: Text | Tier) => item[key] ?? undefined
  return {
    ...Object.fromEntries((['what', 'purpose', 'how', 'risks', 'measure', 'unit', ...STANDARDS, ...TIERS] as const).map((key) => [key, text(key)])),
    weight: item.weight,
    due_on: item.due_on ?? undefined,
    milestones: item.milestones,
    better: item.better,
    accrual: item.accrual,
    rollup: item.rollup,
    target_sheet_id: item.target_row?.sheet_id,
    target_row: item.target_row?.row,
    parent_item_id: item.parent?.id,
    support_department_ids: item.supports.map((support) => support.department_id),
  }
}

const said = (text: string | undefined) => text?.trim() || null
const amount = (text: string | undefined) => amountOf(text ?? '') ?? null

function formOf(values: Values): Schema<'GoalItemForm'> {
  return {
    id: null,
    what: values.what?.trim() ?? '',
    purpose: said(values.purpose),
    quantity: said(values.quantity),
    quality: said(values.quality),
    time_standard: said(values.time_standard),
    cost: said(values.cost),
    how: said(values.how),
    due_on: values.due_on ?? null,
    milestones: (values.milestones ?? []).flatMap(({ on, text }) => (on && text?.trim() ? [{ on, text: text.trim() }] : [])),
    measure: said(values.measure),
    unit: said(values.unit),
    better: values.better,
    accrual: values.accrual,
    base: amount(values.base),
    commit: amount(values.commit),
    target: amount(values.target),
    stretch: amount(values.stretch),
    weight: amount(values.weight),
    parent_item_id: values.parent_item_id ?? null,
    rollup: values.rollup,
    target_sheet_id: values.target_sheet_id ?? null,
    target_row: values.target_row ?? null,
    risks: said(values.risks),
    support_department_ids: values.support_department_ids ?? [],
  }
}

/** The five elements of a goal: what, standard, how, when; whether it was reached comes later. */
export function ItemForm({ card, item, isOpen, onClose }: { card: GoalCard; item?: GoalItem; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const clearing = useClearing()
  const save = useSaveItem(card)
  const remove = useRemoveItem(card)
  const links = useLinkable(card, isOpen)
  const departments = useOpenDepartments()
  const [isRemoving, setRemoving] = useState(false)
  const number = useAmountRule()()
  const area = (key: Text, rows = 1) => (
    <Form.Item key={key} name={key} label={t(`item.${key}`)}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 8 }} placeholder={t(`hint.${key}`, { defaultValue: '' })} maxLength={2000} />
    </Form.Item>
  )
  return (
    <>
      <FormDrawer<Values> title={t(item ? 'item.change' : 'item.add')} isOpen={isOpen} onClose={onClose} onSubmit={(values) => save.mutateAsync({ id: item?.id, form: formOf(values) })} initialValues={valuesOf(card, item)} wide>
        <Form.Item name="what" label={t('item.what')} rules={[{ required: true, whitespace: true, message: t('item.what_needed') }]}>
          <Input autoFocus maxLength={200} placeholder={t('hint.what')} />
        </Form.Item>
        {area('purpose')}
        <div className={styles.pair}>
          <Form.Item name="measure" label={t('item.measure')}>
            <Input maxLength={100} placeholder={t('hint.measure')} />
          </Form.Item>
          <Form.Item name="unit" label={t('item.unit')}>
            <Input maxLength={20} placeholder={t('hint.unit')} />
          </Form.Item>
        </div>
        <div className={styles.tiers}>
          {TIERS.map((tier) => (
            <Form.Item key={tier} name={tier} label={t(`tier.${tier}`)} rules={[number]}>
              <Input inputMode="decimal" />
            </Form.Item>
          ))}
        </div>
        <div className={styles.pair}>
          <Form.Item name="better" label={t('item.better')}>
            <Radio.Group options={(['higher', 'lower'] as const).map((value) => ({ value, label: t(`better.${value}`) }))} />
          </Form.Item>
          <Form.Item name="accrual" label={t('item.accrual')}>
            <Radio.Group options={(['accumulating', 'level'] as const).map((value) => ({ value, label: t(`accrual.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="rollup" label={t('item.rollup')} extra={t('item.rollup_note')}>
          <Select options={(['by_hand', 'sum', 'average', 'weighted', 'sheet'] as const).map((value) => ({ value, label: t(`rollup.${value}`) }))} />
        </Form.Item>
        <Form.Item noStyle dependencies={['rollup']}>
          {({ getFieldValue }) => getFieldValue('rollup') === 'sheet' && <RowChoice card={card} known={item?.target_row} />}
        </Form.Item>
        <Form.Item name="weight" label={t('item.weight_label')} extra={t('item.weights', { sum: card.weight_sum })} rules={[number]}>
          <Input inputMode="decimal" suffix="%" />
        </Form.Item>
        <fieldset className={styles.fieldset}>
          <legend>{t('item.standard')}</legend>
          {STANDARDS.map((key) => area(key))}
        </fieldset>
        {area('how', 2)}
        <Form.Item name="due_on" label={t('item.due_on')}>
          <DateField />
        </Form.Item>
        <Form.List name="milestones">
          {(fields, { add, remove: drop }) => (
            <Form.Item label={t('item.milestones')}>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.milestoneLine}>
                  <Form.Item noStyle name={[name, 'on']}>
                    <DateField />
                  </Form.Item>
                  <Form.Item noStyle name={[name, 'text']}>
                    <Input aria-label={t('item.milestone_text')} placeholder={t('item.milestone_text')} />
                  </Form.Item>
                  <Button type="text" icon={<MinusCircleOutlined />} aria-label={t('item.milestone_drop')} onClick={() => drop(name)} />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                {t('item.milestone_add')}
              </Button>
            </Form.Item>
          )}
        </Form.List>
        <Form.Item name="parent_item_id" label={t('item.parent')} extra={t('item.parent_note')}>
          <Select allowClear={clearing} showSearch={{ optionFilterProp: 'label' }} loading={links.isPending} options={(links.data ?? []).map((link) => ({ value: link.id, label: t('item.parent_line', { name: link.person.name, what: link.what }) }))} />
        </Form.Item>
        <Form.Item name="support_department_ids" label={t('item.supports')} extra={t('item.supports_note')}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(departments.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />
        </Form.Item>
        {area('risks')}
        {item && (
          <Button danger icon={<DeleteOutlined />} onClick={() => setRemoving(true)}>
            {t('item.remove')}
          </Button>
        )}
      </FormDrawer>
      {item && (
        <ConfirmDialog isOpen={isRemoving} onClose={() => setRemoving(false)} title={t('item.remove')} act={t('item.remove')} isDangerous onConfirm={() => remove.mutateAsync(item.id).then(onClose)}>
          {t('item.remove_text', { what: item.what })}
        </ConfirmDialog>
      )}
    </>
  )
}
