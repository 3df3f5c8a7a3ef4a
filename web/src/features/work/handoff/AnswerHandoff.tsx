import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { DateTimeField } from '@/components/DateTimeField'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { BriefSummary } from '../brief/BriefSummary'
import { type HandoffAnswer, useAnswerHandoff } from '../requests/useHandoffs'
import { useWorkItem } from '../requests/useWorkItem'

export type Way = HandoffAnswer['way']
const WAYS: Way[] = ['accept', 'question', 'date', 'decline']

interface Values {
  understanding?: string
  question?: string
  due_at?: string
  reason?: string
}

interface Props {
  handoff: Schema<'HandoffView'> | undefined
  /** The answer the person began with. */
  way: Way
  onClose: () => void
}

function answerOf(way: Way, values: Values): HandoffAnswer {
  const { understanding, question = '', due_at = '', reason = '' } = values
  if (way === 'accept') return { way, understanding }
  if (way === 'question') return { way, question }
  return way === 'date' ? { way, due_at, reason } : { way, reason }
}

/** Answers a handoff: the seven answers are read first, then one accepts, asks, proposes another date or declines. */
export function AnswerHandoff({ handoff, way: first, onClose }: Props) {
  const { t } = useTranslation('work')
  const [chosen, setChosen] = useState<Way>()
  const way = chosen ?? first
  const { data: item } = useWorkItem(handoff?.work_item_id)
  const answer = useAnswerHandoff()
  const close = () => {
    setChosen(undefined)
    onClose()
  }
  const submit = async (values: Values, key: string) => {
    if (!handoff) return
    await answer.mutateAsync({ handoff, answer: answerOf(way, values), key })
    toast.success(t(`handoff.answered.${way}`))
  }
  return (
    <FormDrawer<Values> title={t('handoff.answer_title')} isOpen={handoff !== undefined} onClose={close} onSubmit={submit} submitText={t(`handoff.send.${way}`)}>
      {item && <BriefSummary item={item} />}
      <Form.Item label={t('handoff.your_answer')} required>
        <ChipChoice label={t('handoff.your_answer')} value={way} onChange={setChosen} options={WAYS.map((value) => ({ value, text: t(`handoff.way.${value}`) }))} />
      </Form.Item>
      <WayFields key={way} way={way} />
    </FormDrawer>
  )
}

function WayFields({ way }: { way: Way }) {
  const { t } = useTranslation('work')
  if (way === 'accept') {
    return (
      <Form.Item name="understanding" label={t('handoff.understanding')} extra={t('handoff.understanding_hint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    )
  }
  if (way === 'question') {
    return (
      <Form.Item name="question" label={t('handoff.question')} rules={[{ required: true, whitespace: true, message: t('handoff.question_missing') }]} extra={t('handoff.limit_goes_on')}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    )
  }
  return (
    <>
      {way === 'date' && <NewDueField />}
      <Form.Item name="reason" label={t('ask.reason')} rules={[{ required: true, whitespace: true, message: t('ask.reason_missing') }]} extra={t(way === 'date' ? 'handoff.limit_goes_on' : 'handoff.decline_hint')}>
        <Input.TextArea autoFocus={way === 'decline'} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

export function NewDueField() {
  const { t } = useTranslation('work')
  return (
    <Form.Item name="due_at" label={t('proposal.due_at')} rules={[{ required: true, message: t('proposal.due_at_missing') }]}>
      <DateTimeField futureOnly />
    </Form.Item>
  )
}
