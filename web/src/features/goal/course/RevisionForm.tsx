import { Alert, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { amountOf, amountText } from '@/components/grid/amounts'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useDebounced } from '@/lib/useDebounced'
import { useAmountRule } from '../cards/useAmountRule'
import { useRevise, useRevisionPreview } from '../requests/useCourse'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { Consequences } from './Consequences'

const KINDS: Schema<'RevisionKind'>[] = ['environment_better', 'environment_worse', 'strategy_changed', 'emergency', 'minimum_unreachable']

interface Values {
  kind: Schema<'RevisionKind'>
  evidence?: string
  new_value?: string
}

/** Asks for another target, with what it would do to the goal above shown before it is asked. Effort is no reason. */
export function RevisionForm({ card, item, isOpen, onClose }: { card: GoalCard; item: GoalItem; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const revise = useRevise(card)
  const amountRule = useAmountRule()
  const [typed, setTyped] = useState('')
  const wanted = amountOf(useDebounced(typed, 300)) ?? undefined
  const submit = ({ kind, evidence, new_value }: Values) =>
    revise.mutateAsync({ item: item.id, form: { kind, evidence: evidence?.trim() ?? '', new_value: amountOf(new_value ?? '') ?? '0' } }).then(() => toast.success(t('revision.asked')))
  return (
    <FormDrawer<Values> title={t('revision.title', { what: item.what })} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('revision.ask')} initialValues={{ kind: 'strategy_changed' }}>
      <Form.Item name="kind" label={t('revision.kind')} extra={t('revision.kind_note')}>
        <Radio.Group vertical options={KINDS.map((value) => ({ value, label: t(`revision_kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="new_value" label={t('revision.new_value', { old: amountText(item.target), unit: item.unit ?? '' })} extra={t('revision.only_target')} required rules={[amountRule(t('revision.value_needed'))]}>
        <Input inputMode="decimal" onChange={(event) => setTyped(event.target.value)} />
      </Form.Item>
      <Preview item={item} wanted={wanted} />
      <Form.Item name="evidence" label={t('revision.evidence')} rules={[{ required: true, whitespace: true, message: t('revision.evidence_needed') }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  )
}

function Preview({ item, wanted }: { item: GoalItem; wanted: string | undefined }) {
  const problemText = useProblemText()
  const { data, error } = useRevisionPreview(item.id, wanted)
  if (wanted === undefined) return null
  if (error) return <Alert type="warning" title={problemText(asProblem(error))} />
  return data ? <Consequences preview={data} unit={item.unit ?? ''} /> : null
}
