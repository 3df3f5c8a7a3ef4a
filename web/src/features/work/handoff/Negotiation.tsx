import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { FormPanel } from '@/components/FormPanel'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag, type Tone } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useMay, useSession } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import { uuidv7 } from '@/lib/uuid'
import { useAnswerProposal, useAnswerQuestion } from '../requests/useNegotiation'
import { exchangesOf, mayAnswerProposal, mayAnswerQuestion } from './exchanges'
import styles from './Handoff.module.css'

type Item = Schema<'WorkItemView'>

const TONES: Record<Schema<'ProposalAnswer'>, Tone> = { accepted: 'done', declined: 'late', withdrawn: 'neutral' }

/** What the receiver asked and which dates were proposed, each answered where it stands. Nothing where nobody asked. */
export function Negotiation({ item }: { item: Item }) {
  const { t } = useTranslation('work')
  const exchanges = exchangesOf(item)
  if (exchanges.length === 0) return null
  return (
    <Card title={t('negotiation.title')}>
      <ol className={styles.thread}>
        {exchanges.map((each) => (
          <li key={'question' in each ? each.question.id : each.proposal.id}>{'question' in each ? <Question item={item} question={each.question} /> : <Proposal item={item} proposal={each.proposal} />}</li>
        ))}
      </ol>
    </Card>
  )
}

function Question({ item, question }: { item: Item; question: Schema<'QuestionView'> }) {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const answer = useAnswerQuestion(item.id)
  const [isAnswering, setAnswering] = useState(false)
  const mayAnswer = mayAnswerQuestion(item, question, user.employee_id ?? null)
  return (
    <>
      <header>
        <strong>{t('negotiation.asks', { name: question.asked_by_name })}</strong>
        <RelativeTime at={question.at} />
        {question.answer === null && <StateTag tone="waiting" text={t('negotiation.waiting')} />}
      </header>
      <p>{question.question}</p>
      {question.answer !== null && (
        <blockquote>
          <header>
            <strong>{t('negotiation.answers', { name: question.answered_by_name })}</strong>
            <RelativeTime at={question.answered_at} />
          </header>
          <p>{question.answer}</p>
        </blockquote>
      )}
      {mayAnswer && !isAnswering && (
        <Button size="small" type="primary" onClick={() => setAnswering(true)}>
          {t('negotiation.answer')}
        </Button>
      )}
      {mayAnswer && isAnswering && (
        <FormPanel<{ answer: string }> isInline onClose={() => setAnswering(false)} onSubmit={({ answer: text }, key) => answer.mutateAsync({ id: question.id, answer: text, key })} submitText={t('negotiation.answer')}>
          <Form.Item name="answer" label={t('negotiation.your_answer')} rules={[{ required: true, whitespace: true, message: t('negotiation.answer_missing') }]}>
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
        </FormPanel>
      )}
    </>
  )
}

function Proposal({ item, proposal }: { item: Item; proposal: Schema<'DateProposalView'> }) {
  const { t } = useTranslation('work')
  const time = useTimeText()
  const dates = { from: proposal.due_before ? time.short(proposal.due_before) : t('proposal.no_date'), to: time.short(proposal.due_at) }
  return (
    <>
      <header>
        <strong>{t('negotiation.proposes', { name: proposal.by_name })}</strong>
        <RelativeTime at={proposal.at} />
        <StateTag tone={proposal.answer ? TONES[proposal.answer] : 'waiting'} text={t(proposal.answer ? `proposal.${proposal.answer}` : 'negotiation.waiting')} />
      </header>
      <p>{t('proposal.change', dates)}</p>
      <p>{proposal.reason}</p>
      {proposal.answer && proposal.answer !== 'withdrawn' && (
        <blockquote>
          <header>
            <strong>{t('negotiation.answers', { name: proposal.answered_by_name })}</strong>
            <RelativeTime at={proposal.answered_at} />
          </header>
          <p>{proposal.answer_reason || t(`proposal.${proposal.answer}`)}</p>
        </blockquote>
      )}
      <ProposalActs item={item} proposal={proposal} />
    </>
  )
}

function ProposalActs({ item, proposal }: { item: Item; proposal: Schema<'DateProposalView'> }) {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const mayAssign = useMay('work.assign')
  const problemText = useProblemText()
  const answer = useAnswerProposal(item.id)
  const [isDeclining, setDeclining] = useState(false)
  const me = user.employee_id ?? null
  const mayAnswer = mayAnswerProposal(item, proposal, me, mayAssign)
  const mayWithdraw = proposal.answer === null && proposal.by_id === me
  const say = (word: Schema<'ProposalAnswer'>) => answer.mutate({ id: proposal.id, form: { answer: word }, key: uuidv7() }, { onSuccess: () => toast.success(t(`proposal.${word}`)), onError: (error) => toast.error(problemText(asProblem(error))) })
  if (isDeclining && mayAnswer) {
    return (
      <FormPanel<{ reason: string }> isInline onClose={() => setDeclining(false)} onSubmit={({ reason }, key) => answer.mutateAsync({ id: proposal.id, form: { answer: 'declined', reason }, key })} submitText={t('proposal.decline')}>
        <Form.Item name="reason" label={t('ask.reason')} rules={[{ required: true, whitespace: true, message: t('ask.reason_missing') }]}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </FormPanel>
    )
  }
  if (!mayAnswer && !mayWithdraw) return null
  return (
    <div className={styles.acts}>
      {mayAnswer && (
        <>
          <Button size="small" type="primary" loading={answer.isPending} onClick={() => say('accepted')}>
            {t('proposal.accept')}
          </Button>
          <Button size="small" onClick={() => setDeclining(true)}>
            {t('proposal.decline')}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button size="small" loading={answer.isPending} onClick={() => say('withdrawn')}>
          {t('proposal.withdraw')}
        </Button>
      )}
    </div>
  )
}
