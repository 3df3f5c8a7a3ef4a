import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { goalCardsKey, goalsWaitingKey } from './keys'

export function useWaitingRevisions() {
  return useQuery({ queryKey: [...goalsWaitingKey, 'revisions'], queryFn: ({ signal }) => api.get('/api/v1/goal-revisions', { signal }), select: (page) => page.items })
}

export function useSupportRequests() {
  return useQuery({ queryKey: [...goalsWaitingKey, 'support'], queryFn: ({ signal }) => api.get('/api/v1/goal-support-requests', { signal }), select: (page) => page.items })
}

export function useMissingCheckIns() {
  return useQuery({ queryKey: [...goalsWaitingKey, 'missing'], queryFn: ({ signal }) => api.get('/api/v1/goal-missing-check-ins', { signal }), select: (page) => page.items })
}

export function useAnswerSupport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, form }: { id: string; form: Schema<'SupportAnswerForm'> }) => api.post('/api/v1/goal-support-requests/{id}/answer', { path: { id }, body: form }),
    onSettled: () => Promise.all([goalsWaitingKey, goalCardsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
}
