import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { goalCardKey, goalCardsKey, goalFindingsKey, goalsWaitingKey } from './keys'

export type GoalCard = Schema<'GoalCardView'>
export type GoalItem = Schema<'GoalItemView'>

export function useGoalCard(id: string) {
  return useQuery({ queryKey: goalCardKey(id), queryFn: ({ signal }) => api.get('/api/v1/goal-cards/{id}', { path: { id }, signal }) })
}

/** What the SMART check says, anew after each change. */
export function useFindings(card: GoalCard) {
  return useQuery({
    queryKey: [...goalFindingsKey(card.id), card.version],
    queryFn: ({ signal }) => api.get('/api/v1/goal-cards/{id}/findings', { path: { id: card.id }, signal }),
    select: (page) => page.items,
  })
}

export function useCardTimeline(card: GoalCard, enabled: boolean) {
  return useQuery({
    queryKey: ['goal-timeline', card.id, card.version],
    queryFn: ({ signal }) => api.get('/api/v1/goal-cards/{id}/timeline', { path: { id: card.id }, query: { limit: 100 }, signal }),
    select: (page) => page.items,
    enabled,
  })
}

/**
 * A change of a card or of something on it, based on the version the person looked at. What answers with the whole card is shown at
 * once; after the others the card is read again.
 */
export function useCardChange<Form>(card: { id: string }, send: (form: Form, version: number) => Promise<unknown>) {
  const queryClient = useQueryClient()
  const key = goalCardKey(card.id)
  return useMutation({
    mutationFn: (form: Form) => send(form, queryClient.getQueryData<GoalCard>(key)?.version ?? 0),
    onSettled: () => Promise.all([key, goalCardsKey, goalsWaitingKey].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
}

export function useMakeCard() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, idempotencyKey }: { form: Schema<'NewCardForm'>; idempotencyKey: string }) => api.post('/api/v1/goal-cards', { body: form, idempotencyKey }),
    onSuccess: (card) => {
      queryClient.setQueryData(goalCardKey(card.id), card)
      return queryClient.invalidateQueries({ queryKey: goalCardsKey })
    },
  })
}
