import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { handoffsKey, refreshFollowed } from '@/lib/queryKeys'

type Handoff = Pick<Schema<'HandoffView'>, 'id' | 'work_item_id'>

/** What waits for my acceptance, oldest first. */
export function useWaitingHandoffs() {
  return useQuery({
    queryKey: handoffsKey,
    queryFn: ({ signal }) => api.get('/api/v1/handoffs/waiting', { signal }),
    select: (page) => page.items,
  })
}

export function useAcceptHandoff() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Handoff) => api.post('/api/v1/handoffs/{id}/acceptance', { path: { id } }),
    onSettled: (_view, _error, { work_item_id }) => refreshFollowed(queryClient, work_item_id),
  })
}

export function useDeclineHandoff() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, reason, key }: Handoff & { reason: string; key: string }) => api.post('/api/v1/handoffs/{id}/decline', { path: { id }, body: { reason }, idempotencyKey: key }),
    onSettled: (_view, _error, { work_item_id }) => refreshFollowed(queryClient, work_item_id),
  })
}

export function useWithdrawHandoff() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Handoff) => api.delete('/api/v1/handoffs/{id}', { path: { id } }),
    onSettled: (_view, _error, { work_item_id }) => refreshFollowed(queryClient, work_item_id),
  })
}
