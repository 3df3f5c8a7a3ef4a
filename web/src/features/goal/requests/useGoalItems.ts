import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { type GoalCard, useCardChange } from './useGoalCard'

/** Without an id a new goal. */
export function useSaveItem(card: GoalCard) {
  return useCardChange(card, ({ id, form }: { id?: string; form: Schema<'GoalItemForm'> }, version) =>
    id ? api.put('/api/v1/goal-items/{id}', { path: { id }, body: form, version }) : api.post('/api/v1/goal-cards/{id}/items', { path: { id: card.id }, body: form, version }),
  )
}

export function useRemoveItem(card: GoalCard) {
  return useCardChange(card, (id: string, version) => api.delete('/api/v1/goal-items/{id}', { path: { id }, version }))
}

/** The goals above, which this person's can serve. */
export function useLinkable(card: GoalCard, enabled: boolean) {
  return useQuery({
    queryKey: ['goal-links', card.person.id, card.period_to],
    queryFn: ({ signal }) => api.get('/api/v1/goal-links', { query: { person_id: card.person.id, on: card.period_to }, signal }),
    select: (page) => page.items,
    enabled,
  })
}
