import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { type GoalCard, useCardChange } from './useGoalCard'

/** The steps of the process a card can take. */
export type Step =
  | { act: 'propose' | 'negotiate'; note: string }
  | { act: 'sign' | 'activate' }
  | { act: 'self_evaluate'; form: Schema<'SelfEvaluationForm'> }
  | { act: 'evaluate'; form: Schema<'EvaluationForm'> }
  | { act: 'answer_evaluation'; form: Schema<'EvaluationAnswerForm'> }
  | { act: 'reply'; reply: string }
  | { act: 'close'; talk: string }

export function useCardStep(card: GoalCard) {
  return useCardChange(card, (step: Step, version) => {
    const path = { id: card.id }
    switch (step.act) {
      case 'propose':
        return api.post('/api/v1/goal-cards/{id}/proposal', { path, body: { note: step.note || null }, version })
      case 'negotiate':
        return api.post('/api/v1/goal-cards/{id}/negotiation', { path, body: { note: step.note || null }, version })
      case 'sign':
        return api.post('/api/v1/goal-cards/{id}/signature', { path, version })
      case 'activate':
        return api.post('/api/v1/goal-cards/{id}/activation', { path, version })
      case 'self_evaluate':
        return api.post('/api/v1/goal-cards/{id}/self-evaluation', { path, body: step.form, version })
      case 'evaluate':
        return api.post('/api/v1/goal-cards/{id}/evaluation', { path, body: step.form, version })
      case 'answer_evaluation':
        return api.post('/api/v1/goal-cards/{id}/evaluation-answer', { path, body: step.form, version })
      case 'reply':
        return api.post('/api/v1/goal-cards/{id}/evaluation-reply', { path, body: { reply: step.reply }, version })
      case 'close':
        return api.post('/api/v1/goal-cards/{id}/closure', { path, body: { talk: step.talk }, version })
    }
  })
}
