import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { motivationKey } from './keys'
import { type GoalCard, useCardChange } from './useGoalCard'

// What happens to a card under way: check-ins, revisions, the action plan, the private factors.

export function useCheckIn(card: { id: string }) {
  return useCardChange(card, ({ item, form }: { item: string; form: Schema<'CheckInForm'> }) => api.post('/api/v1/goal-items/{id}/check-ins', { path: { id: item }, body: form }))
}

export function useAcknowledge(card: { id: string }) {
  return useCardChange(card, ({ id, answer }: { id: string; answer: string }) => api.post('/api/v1/goal-check-ins/{id}/acknowledgement', { path: { id }, body: { answer: answer || null } }))
}

export function useRevise(card: { id: string }) {
  return useCardChange(card, ({ item, form }: { item: string; form: Schema<'RevisionForm'> }) => api.post('/api/v1/goal-items/{id}/revisions', { path: { id: item }, body: form }))
}

/** What a new value would do, to the goal above as well. */
export function useRevisionPreview(item: string, newValue: string | undefined) {
  return useQuery({
    queryKey: ['goal-revision-preview', item, newValue],
    queryFn: ({ signal }) => api.get('/api/v1/goal-items/{id}/revision-preview', { path: { id: item }, query: { new_value: newValue! }, signal }),
    enabled: newValue !== undefined,
    retry: false,
  })
}

export function useAnswerRevision(card: { id: string }) {
  return useCardChange(card, ({ id, form }: { id: string; form: Schema<'RevisionAnswerForm'> }) => api.post('/api/v1/goal-revisions/{id}/answer', { path: { id }, body: form }))
}

export function useSaveAction(card: GoalCard) {
  return useCardChange(card, ({ item, id, form }: { item: string; id?: string; form: Schema<'ActionForm'> }, version) =>
    id ? api.put('/api/v1/goal-actions/{id}', { path: { id }, body: form, version }) : api.post('/api/v1/goal-items/{id}/actions', { path: { id: item }, body: form }),
  )
}

export function useRemoveAction(card: GoalCard) {
  return useCardChange(card, (id: string, version) => api.delete('/api/v1/goal-actions/{id}', { path: { id }, version }))
}

export function useMakeWorkItem(card: GoalCard) {
  return useCardChange(card, ({ id, form }: { id: string; form: Schema<'ActionItemForm'> }) => api.post('/api/v1/goal-actions/{id}/work-item', { path: { id }, body: form }))
}

/** Empty for everybody but the two people it concerns. */
export function useMotivation(card: GoalCard) {
  return useQuery({
    queryKey: [...motivationKey(card.id), card.version],
    queryFn: ({ signal }) => api.get('/api/v1/goal-cards/{id}/motivation', { path: { id: card.id }, signal }),
    select: (page) => page.items,
    enabled: card.role === 'person' || card.role === 'supervisor',
  })
}

export function useRateMotivation(card: GoalCard) {
  return useCardChange(card, ({ item, form }: { item: string; form: Schema<'MotivationForm'> }) => api.put('/api/v1/goal-items/{id}/motivation', { path: { id: item }, body: form }))
}
