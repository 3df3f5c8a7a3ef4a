import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { amountOf } from '@/components/grid/amounts'
import { toast } from '@/components/toast'
import { type Step, useCardStep } from '../requests/useCardSteps'
import type { GoalCard } from '../requests/useGoalCard'
import type { Asking } from './CardPage'
import styles from './Cards.module.css'
import { useAmountRule } from './useAmountRule'

interface Values {
  note?: string
  talk?: string
  summary?: string
  difficulty?: string
  difficulty_reason?: string
  effort?: string
  effort_reason?: string
  items?: Record<string, { actual?: string; note?: string }>
}

const amount = (text: string | undefined) => amountOf(text ?? '') ?? null

function stepOf(act: Asking, card: GoalCard, values: Values): Step {
  const items = card.items.map((item) => ({ item_id: item.id, actual: amount(values.items?.[item.id]?.actual), note: values.items?.[item.id]?.note?.trim() || null }))
  const summary = values.summary?.trim() ?? ''
  switch (act) {
    case 'propose':
    case 'negotiate':
      return { act, note: values.note?.trim() ?? '' }
    case 'self_evaluate':
      return { act, form: { summary, items } }
    case 'evaluate':
      return {
        act,
        form: {
          summary,
          items,
          difficulty: amount(values.difficulty) ?? '100',
          difficulty_reason: values.difficulty_reason?.trim() ?? '',
          effort: amount(values.effort) ?? '100',
          effort_reason: values.effort_reason?.trim() ?? '',
        },
      }
    case 'close':
      return { act, talk: values.talk?.trim() ?? '' }
  }
}

/** What a step of the process has to say: a note, the actuals, the factors with their reasons, what was talked about. */
export function StepForm({ card, act, isOpen, onClose }: { card: GoalCard; act: Asking; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const step = useCardStep(card)
  const amountRule = useAmountRule()
  const isEvaluation = act === 'self_evaluate' || act === 'evaluate'
  const actuals = Object.fromEntries(card.items.map((item) => [item.id, { actual: item.self_actual ?? item.actual ?? undefined }]))
  const needed = (key: string) => [{ required: true, whitespace: true, message: t(`ask.${key}_needed`) }]
  const submit = (values: Values) => step.mutateAsync(stepOf(act, card, values)).then(() => toast.success(t(`done.${act}`)))
  return (
    <FormDrawer<Values> title={t(`act.${act}`)} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t(`act.${act}`)} initialValues={{ items: actuals, difficulty: '100', effort: '100' }} wide={isEvaluation}>
      {(act === 'propose' || act === 'negotiate') && (
        <Form.Item name="note" label={t(`ask.note_${act}`)} rules={act === 'negotiate' ? needed('note') : []}>
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
      )}
      {act === 'close' && (
        <Form.Item name="talk" label={t('ask.talk')} rules={needed('talk')}>
          <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
        </Form.Item>
      )}
      {isEvaluation && (
        <>
          {card.items.map((item) => (
            <fieldset key={item.id} className={styles.fieldset}>
              <legend>{item.what}</legend>
              <Form.Item name={['items', item.id, 'actual']} label={item.target ? t('ask.actual', { target: item.target, unit: item.unit ?? '' }) : t('ask.percent')} extra={act === 'evaluate' && item.self_note ? t('ask.self_said', { note: item.self_note }) : undefined} rules={[amountRule()]}>
                <Input inputMode="decimal" disabled={item.rollup !== 'by_hand'} />
              </Form.Item>
              <Form.Item name={['items', item.id, 'note']} label={t('ask.item_note')}>
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
              </Form.Item>
            </fieldset>
          ))}
          {act === 'evaluate' &&
            (['difficulty', 'effort'] as const).map((factor) => (
              <div key={factor} className={styles.pair}>
                <Form.Item name={factor} label={t(`ask.${factor}`)} rules={[amountRule(t('ask.factor_needed'))]}>
                  <Input inputMode="decimal" suffix="%" />
                </Form.Item>
                <Form.Item name={`${factor}_reason`} label={t(`ask.${factor}_reason`)} rules={needed(`${factor}_reason`)}>
                  <Input maxLength={500} />
                </Form.Item>
              </div>
            ))}
          <Form.Item name="summary" label={t(`ask.summary_${act}`)} rules={needed('summary')}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
