import { useMutation } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { GoalCard } from './useGoalCard'

/** What a goal of the card takes from a row of a target sheet, or why it cannot follow it. */
export function useRowPreview(card: GoalCard) {
  return useMutation({ mutationFn: (query: { sheet_id: string; row: number }) => api.get('/api/v1/goal-cards/{id}/row-preview', { path: { id: card.id }, query }) })
}
