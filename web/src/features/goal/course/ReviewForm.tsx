import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import { PeopleSelect } from '@/components/PeopleSelect'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import styles from '../cards/Cards.module.css'
import type { GoalCard } from '../requests/useGoalCard'
import { useGoalCards } from '../requests/useGoalCards'
import { useAddReview } from '../requests/useReviews'

const KINDS: Schema<'ReviewKind'>[] = ['self_check', 'round_table', 'special_meeting']

interface Values {
  kind: Schema<'ReviewKind'>
  held_on: string
  participant_ids?: string[]
  card_ids?: string[]
  findings?: string
  causes?: string
  actions?: { what?: string; owner_id?: string; due_on?: string }[]
}

/** A review: what was found, why, and what each of us does about it. Every action becomes a work item with its owner and deadline. */
export function ReviewForm({ card, isOpen, onClose }: { card: GoalCard; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const time = useTimeText()
  const add = useAddReview(card)
  const isSupervisor = card.role === 'supervisor'
  const others = useGoalCards({ whose: isSupervisor ? 'supervised' : 'mine' })
  const needed = (key: string) => [{ required: true, whitespace: true, message: t(`review.${key}_needed`) }]
  const submit = (values: Values, idempotencyKey: string) => {
    const form = {
      id: null,
      kind: values.kind,
      held_on: values.held_on,
      card_ids: [card.id, ...(values.card_ids ?? [])],
      participant_ids: values.kind === 'self_check' ? [] : (values.participant_ids ?? []),
      findings: values.findings?.trim() ?? '',
      causes: values.causes?.trim() || null,
      actions: (values.actions ?? []).map((action) => ({ what: action.what?.trim() ?? '', owner_id: action.owner_id ?? '', due_on: action.due_on ?? '' })),
    }
    return add.mutateAsync({ form, idempotencyKey }).then(() => toast.success(t('review.done')))
  }
  const choices = others.items.filter((each) => each.id !== card.id && !['draft', 'proposed', 'negotiating'].includes(each.state))
  return (
    <FormDrawer<Values> title={t('review.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} wide initialValues={{ kind: isSupervisor ? 'round_table' : 'self_check', held_on: time.civil(time.now).date }} draft={`goal-review/${card.id}`}>
      <Form.Item name="kind" label={t('review.kind')}>
        <ChipChoice label={t('review.kind')} options={KINDS.map((value) => ({ value, text: t(`review_kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="held_on" label={t('review.held_on')} rules={needed('held_on')}>
        <DateField />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') !== 'self_check' && (
            <Form.Item name="participant_ids" label={t('review.participants')} rules={[{ required: true, message: t('review.participants_needed') }]}>
              <PeopleSelect />
            </Form.Item>
          )
        }
      </Form.Item>
      {choices.length > 0 && (
        <Form.Item name="card_ids" label={t('review.other_cards')} extra={t('review.other_cards_note')}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={choices.map((each) => ({ value: each.id, label: `${each.person.name} · ${each.number}` }))} />
        </Form.Item>
      )}
      <Form.Item name="findings" label={t('review.findings')} rules={needed('findings')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={3000} />
      </Form.Item>
      <Form.Item name="causes" label={t('review.causes')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={3000} />
      </Form.Item>
      <Form.List name="actions">
        {(fields, { add: addLine, remove }, { errors }) => (
          <Form.Item label={t('review.actions')} extra={t('review.actions_note')}>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className={styles.fieldset}>
                <Form.Item name={[name, 'what']} label={t('action.what')} rules={[{ required: true, whitespace: true, message: t('action.what_needed') }]}>
                  <Input maxLength={200} />
                </Form.Item>
                <div className={styles.pair}>
                  <Form.Item name={[name, 'owner_id']} label={t('review.owner')} rules={[{ required: true, message: t('review.owner_needed') }]}>
                    <PersonSelect />
                  </Form.Item>
                  <Form.Item name={[name, 'due_on']} label={t('review.due_on')} rules={[{ required: true, message: t('review.due_on_needed') }]}>
                    <DateField />
                  </Form.Item>
                </div>
                <Button type="text" icon={<MinusCircleOutlined />} onClick={() => remove(name)}>
                  {t('review.drop')}
                </Button>
              </fieldset>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => addLine({})}>
              {t('action.add')}
            </Button>
            <Form.ErrorList errors={errors} />
          </Form.Item>
        )}
      </Form.List>
    </FormDrawer>
  )
}
