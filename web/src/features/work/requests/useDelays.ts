import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { awaitedKey, refreshFollowed } from '@/lib/queryKeys'

/** The report moves nothing yet; it waits for the supervisor. */
export function useReportDelay(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'DelayReportForm'>; key: string }) => api.post('/api/v1/work-items/{id}/delay-reports', { path: { id: itemId }, body: form, idempotencyKey: key }),
    onSettled: () => refreshFollowed(queryClient, itemId),
  })
}

type Decision = { report_id: string; key: string } & ({ way: 'approve'; note?: string } | { way: 'decline'; reason: string } | { way: 'withdraw' })

/** Approved, declined with the reason, or taken back by who wrote it. */
export function useDecideDelay(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (decision: Decision) => {
      const path = { id: itemId, report_id: decision.report_id }
      if (decision.way === 'approve') return api.post('/api/v1/work-items/{id}/delay-reports/{report_id}/approval', { path, body: { note: decision.note }, idempotencyKey: decision.key })
      if (decision.way === 'decline') return api.post('/api/v1/work-items/{id}/delay-reports/{report_id}/refusal', { path, body: { reason: decision.reason }, idempotencyKey: decision.key })
      return api.delete('/api/v1/work-items/{id}/delay-reports/{report_id}', { path })
    },
    onSettled: () => Promise.all([refreshFollowed(queryClient, itemId), queryClient.invalidateQueries({ queryKey: awaitedKey })]),
  })
}
