import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemKey } from '@/lib/queryKeys'

const deskKey = (id: string) => [...workItemKey(id), 'requester'] as const

/** Links, messages and the rating between an item and whoever asked for it. */
export function useRequester(id: string) {
  return useQuery({ queryKey: deskKey(id), queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}/requester', { path: { id }, signal }) })
}

export function useMakeLink(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (byEmail: boolean) => api.post('/api/v1/work-items/{id}/status-link', { path: { id }, query: { by_email: byEmail } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: workItemKey(id) }),
  })
}

export function useRevokeLinks(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/api/v1/work-items/{id}/status-link', { path: { id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: deskKey(id) }),
  })
}

export function useWriteToRequester(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) => api.post('/api/v1/work-items/{id}/requester-messages', { path: { id }, body: { text }, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: workItemKey(id) }),
  })
}
