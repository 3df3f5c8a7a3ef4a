import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { goalCardKey, goalCardsKey } from './keys'
import { type GoalCard, useCardChange } from './useGoalCard'

export function useChangeHead(card: GoalCard) {
  return useCardChange(card, (patch: Schema<'CardPatch'>, version) => api.patch('/api/v1/goal-cards/{id}', { path: { id: card.id }, body: patch, version }))
}

/** Drafts only. */
export function useDeleteCard(card: GoalCard) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/api/v1/goal-cards/{id}', { path: { id: card.id }, version: card.version }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: goalCardKey(card.id) })
      return queryClient.invalidateQueries({ queryKey: goalCardsKey })
    },
  })
}

/** A draft with the same goals for the next period, or for other people. */
export function useCopyCard(card: GoalCard) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, idempotencyKey }: { form: Schema<'CopyForm'>; idempotencyKey: string }) => api.post('/api/v1/goal-cards/{id}/copies', { path: { id: card.id }, body: form, idempotencyKey }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: goalCardsKey }),
  })
}
