import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import type { Schema } from '@/lib/api-types'
import styles from '../cards/Cards.module.css'
import { useSaveAction } from '../requests/useCourse'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { fenOf, yuanOf } from './money'

const SUPPORT: Schema<'SupportKind'>[] = ['people', 'money', 'things', 'information', 'policy']
const TEXTS = ['obstacle', 'customers', 'time_use', 'preparation', 'benefit'] as const

interface Values extends Partial<Record<(typeof TEXTS)[number], string>> {
  what?: string
  from_on?: string
  to_on?: string
  support?: Schema<'SupportKind'>[]
  support_note?: string
  budget?: string
}

interface Props {
  card: GoalCard
  item: GoalItem
  action?: GoalItem['actions'][number]
  isOpen: boolean
  onClose: () => void
}

const said = (text: string | undefined) => text?.trim() || null

/** A line of the action plan: what, against which obstacle, when, with which support. */
export function ActionForm({ card, item, action, isOpen, onClose }: Props) {
  const { t } = useTranslation('goal')
  const save = useSaveAction(card)
  const submit = (values: Values) =>
    save.mutateAsync({
      item: item.id,
      id: action?.id,
      form: {
        what: values.what?.trim() ?? '',
        obstacle: said(values.obstacle),
        customers: said(values.customers),
        from_on: values.from_on ?? null,
        to_on: values.to_on ?? null,
        time_use: said(values.time_use),
        support: values.support ?? [],
        support_note: said(values.support_note),
        preparation: said(values.preparation),
        budget: fenOf(values.budget ?? '') ?? null,
        benefit: said(values.benefit),
      },
    })
  const initial: Partial<Values> = action
    ? { ...Object.fromEntries((['what', 'from_on', 'to_on', 'support_note', ...TEXTS] as const).map((key) => [key, action[key] ?? undefined])), support: action.support, budget: action.budget === null ? undefined : yuanOf(action.budget) }
    : { support: [] }
  return (
    <FormDrawer<Values> title={t(action ? 'action.change' : 'action.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={initial}>
      <Form.Item name="what" label={t('action.what')} rules={[{ required: true, whitespace: true, message: t('action.what_needed') }]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 1, maxRows: 5 }} maxLength={200} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="from_on" label={t('action.from_on')}>
          <DateField />
        </Form.Item>
        <Form.Item name="to_on" label={t('action.to_on')}>
          <DateField />
        </Form.Item>
      </div>
      {TEXTS.map((key) => (
        <Form.Item key={key} name={key} label={t(`action.${key}`)}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} />
        </Form.Item>
      ))}
      <Form.Item name="support" label={t('action.support')}>
        <Select mode="multiple" options={SUPPORT.map((value) => ({ value, label: t(`support_kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="support_note" label={t('action.support_note')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="budget" label={t('action.budget')} rules={[{ validator: (_rule, typed?: string) => (fenOf(typed ?? '') === undefined ? Promise.reject(new Error(t('action.budget_wrong'))) : Promise.resolve()) }]}>
        <Input inputMode="decimal" />
      </Form.Item>
    </FormDrawer>
  )
}
