import { describe, expect, it } from 'vitest'
import type { Schema } from '@/lib/api-types'
import { exchangesOf, mayAnswerProposal, mayAnswerQuestion } from './exchanges'

type Item = Parameters<typeof mayAnswerQuestion>[0]

const question = { id: 'q', handoff_id: 'h', asked_by: 'receiver', at: '2026-11-20T02:00:00.000Z', answer: null } as Schema<'QuestionView'>
const proposal = { id: 'p', by_id: 'receiver', at: '2026-11-20T01:00:00.000Z', answer: null } as Schema<'DateProposalView'>
const item = { questions: [question], date_proposals: [proposal], pending_handoff: { id: 'h', from: { id: 'giver' } }, standing: { owner: { id: 'owner' } } } as unknown as Item

describe('what is said before accepting', () => {
  it('reads as one conversation, oldest first', () => {
    expect(exchangesOf(item).map((each) => ('proposal' in each ? 'proposal' : 'question'))).toEqual(['proposal', 'question'])
  })
  it('lets the giver and the owner answer a question, and not who asked it', () => {
    expect(['giver', 'owner', 'receiver', 'other'].map((me) => mayAnswerQuestion(item, question, me))).toEqual([true, true, false, false])
  })
  it('leaves dates to the owner', () => {
    expect(['giver', 'owner', 'receiver'].map((me) => mayAnswerProposal(item, proposal, me, false))).toEqual([false, true, false])
  })
  it('waits for nobody once it is answered', () => {
    expect(mayAnswerQuestion(item, { ...question, answer: '好' }, 'owner')).toBe(false)
    expect(mayAnswerProposal(item, { ...proposal, answer: 'accepted' }, 'owner', true)).toBe(false)
  })
})
