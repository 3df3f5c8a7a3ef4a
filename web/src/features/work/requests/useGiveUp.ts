import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { useChangesOfMany } from '@/lib/live'
import { refreshFollowed } from '@/lib/queryKeys'

const allKey = ['give-up-requests'] as const
const requestsKey = (id: string) => ['give-up-requests', id] as const
const waitingKey = ['give-up-requests', 'waiting'] as const

/** What was asked about giving this one up, oldest first. */
export function useGiveUpRequests(id: string, enabled: boolean) {
  return useQuery({
    queryKey: requestsKey(id),
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/give-up-requests', { path: { id }, signal }),
    select: (page) => page.items,
    enabled,
  })
}

/** What waits for my consent. */
export function useWaitingGiveUps() {
  return useQuery({ queryKey: waitingKey, queryFn: ({ signal }) => api.get('/api/v1/give-up-requests', { signal }), select: (page) => page.items })
}

/** Stays fresh while others ask and answer. */
export function useLiveGiveUps() {
  const queryClient = useQueryClient()
  useChangesOfMany('work_item', () => void queryClient.invalidateQueries({ queryKey: allKey }))
}

function useRefresh() {
  const queryClient = useQueryClient()
  return (id: string) => Promise.all([requestsKey(id), waitingKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })).concat(refreshFollowed(queryClient, id)))
}

export function useAskToGiveUp(itemId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ reason, key }: { reason: string; key: string }) => api.post('/api/v1/work-items/{id}/give-up-requests', { path: { id: itemId }, body: { reason }, idempotencyKey: key }),
    onSettled: () => refresh(itemId),
  })
}

/** With the consent: it ends here. */
export function useGiveUp(itemId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ reason, key }: { reason: string; key: string }) => api.post('/api/v1/work-items/{id}/abandonment', { path: { id: itemId }, body: { reason }, idempotencyKey: key }),
    onSettled: () => refresh(itemId),
  })
}

interface Answer {
  id: string
  commitmentId: string
  key: string
}

export function useConsent() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, key }: Answer) => api.post('/api/v1/give-up-requests/{id}/consent', { path: { id }, body: {}, idempotencyKey: key }),
    onSettled: (_data, _error, { commitmentId }) => refresh(commitmentId),
  })
}

export function useRefuseToGiveUp() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, reason, key }: Answer & { reason: string }) => api.post('/api/v1/give-up-requests/{id}/refusal', { path: { id }, body: { reason }, idempotencyKey: key }),
    onSettled: (_data, _error, { commitmentId }) => refresh(commitmentId),
  })
}
