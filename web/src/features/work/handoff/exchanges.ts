import type { Schema } from '@/lib/api-types'

type Item = Pick<Schema<'WorkItemView'>, 'questions' | 'date_proposals' | 'pending_handoff' | 'standing'>

export type Exchange = { at: string } & ({ question: Schema<'QuestionView'> } | { proposal: Schema<'DateProposalView'> })

/** Questions and proposed dates as one conversation, oldest first. */
export function exchangesOf({ questions, date_proposals }: Pick<Item, 'questions' | 'date_proposals'>): Exchange[] {
  const all: Exchange[] = [...questions.map((question) => ({ at: question.at, question })), ...date_proposals.map((proposal) => ({ at: proposal.at, proposal }))]
  return all.sort((one, other) => one.at.localeCompare(other.at))
}

/** Whose move it is: the giver or the owner answers a question. */
export function mayAnswerQuestion(item: Item, question: Schema<'QuestionView'>, me: string | null): boolean {
  if (question.answer !== null || me === null || question.asked_by === me) return false
  const giver = item.pending_handoff?.id === question.handoff_id ? item.pending_handoff.from.id : undefined
  return item.standing.owner.id === me || giver === me
}

/** The owner answers a proposed date; who may assign stands in for them. */
export function mayAnswerProposal(item: Item, proposal: Schema<'DateProposalView'>, me: string | null, mayAssign: boolean): boolean {
  if (proposal.answer !== null || me === null) return false
  return item.standing.owner.id === me || (mayAssign && proposal.by_id !== me)
}
