import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { refreshFollowed } from '@/lib/queryKeys'

export function useAnswerQuestion(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, answer, key }: { id: string; answer: string; key: string }) => api.post('/api/v1/handoff-questions/{id}/answer', { path: { id }, body: { answer }, idempotencyKey: key }),
    onSettled: () => refreshFollowed(queryClient, itemId),
  })
}

export function useProposeDate(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'DateProposalForm'>; key: string }) => api.post('/api/v1/work-items/{id}/date-proposals', { path: { id: itemId }, body: form, idempotencyKey: key }),
    onSettled: () => refreshFollowed(queryClient, itemId),
  })
}

export function useAnswerProposal(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, form, key }: { id: string; form: Schema<'ProposalAnswerForm'>; key: string }) => api.post('/api/v1/date-proposals/{id}/answer', { path: { id }, body: form, idempotencyKey: key }),
    onSettled: () => refreshFollowed(queryClient, itemId),
  })
}
