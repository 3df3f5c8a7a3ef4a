import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { FormDrawer } from '@/components/FormDrawer'
import { amountOf, roundedText } from '@/components/grid/amounts'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useAmountRule } from '../cards/useAmountRule'
import { useCheckIn } from '../requests/useCourse'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'

interface Values {
  actual?: string
  confidence: Schema<'Confidence'>
  finding?: string
  obstacle?: string
  help?: string
  catch_up?: string
}

/** How a goal stands today: the number, how sure one is, what stands in the way. Behind the line it asks how to do better. */
export function CheckInForm({ card, item, isOpen, onClose }: { card: GoalCard; item: GoalItem; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const checkIn = useCheckIn(card)
  const amountRule = useAmountRule()
  // What the goals below or a target sheet come to is not said by hand.
  const isRolledUp = item.rollup !== 'by_hand'
  const submit = ({ actual, confidence, finding, obstacle, help, catch_up }: Values) =>
    checkIn
      .mutateAsync({
        item: item.id,
        form: { id: null, actual: isRolledUp ? null : (amountOf(actual ?? '') ?? null), confidence, finding: finding?.trim() ?? '', obstacle: obstacle?.trim() || null, help: help?.trim() || null, catch_up: catch_up?.trim() || null, next_at: null },
      })
      .then(() => toast.success(t('check_in.done')))
  return (
    <FormDrawer<Values> title={t('check_in.title', { what: item.what })} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('check_in.new')} initialValues={{ confidence: item.confidence ?? 'on_track', actual: isRolledUp ? (item.actual ?? undefined) : undefined }} draft={`goal-check-in/${item.id}`}>
      <Form.Item name="actual" label={t('check_in.actual', { unit: item.unit ?? (item.target ? '' : '%') })} extra={isRolledUp ? t(`rollup_note.${item.rollup}`, { title: item.target_row?.title, row: item.target_row?.label }) : item.expected_today ? t('check_in.expected', { expected: roundedText(item.expected_today, 2) }) : undefined} rules={[amountRule()]}>
        <Input autoFocus={!isRolledUp} disabled={isRolledUp} inputMode="decimal" />
      </Form.Item>
      <Form.Item name="confidence" label={t('check_in.confidence')}>
        <ChipChoice label={t('check_in.confidence')} options={(['on_track', 'at_risk', 'off_track'] as const).map((value) => ({ value, text: t(`confidence.${value}`) }))} />
      </Form.Item>
      <Form.Item name="finding" label={t('check_in.finding')} rules={[{ required: true, whitespace: true, message: t('check_in.finding_needed') }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {(['obstacle', 'catch_up', 'help'] as const).map((key) => (
        <Form.Item key={key} name={key} label={t(`check_in.${key}`)} extra={key === 'catch_up' ? t('check_in.catch_up_note') : undefined}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
      ))}
    </FormDrawer>
  )
}
