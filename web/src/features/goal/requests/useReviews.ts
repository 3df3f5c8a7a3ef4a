import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { type GoalCard, useCardChange } from './useGoalCard'

/** The reviews of a card, newest first. */
export function useReviews(card: GoalCard) {
  return useQuery({
    queryKey: ['goal-reviews', card.id, card.version],
    queryFn: ({ signal }) => api.get('/api/v1/goal-cards/{id}/reviews', { path: { id: card.id }, signal }),
    select: (page) => page.items,
  })
}

export function useAddReview(card: GoalCard) {
  return useCardChange(card, ({ form, idempotencyKey }: { form: Schema<'ReviewForm'>; idempotencyKey: string }) => api.post('/api/v1/goal-reviews', { body: form, idempotencyKey }))
}
