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

/** What the receiver of a handoff may answer. */
export type HandoffAnswer =
  | { way: 'accept'; understanding?: string }
  | { way: 'question'; question: string }
  | { way: 'date'; due_at: string; reason: string }
  | { way: 'decline'; reason: string }

function send({ id, work_item_id }: Handoff, answer: HandoffAnswer, idempotencyKey: string): Promise<unknown> {
  const path = { id }
  switch (answer.way) {
    case 'accept':
      return api.post('/api/v1/handoffs/{id}/acceptance', { path, body: { understanding: answer.understanding?.trim() || undefined }, idempotencyKey })
    case 'question':
      return api.post('/api/v1/handoffs/{id}/questions', { path, body: { question: answer.question }, idempotencyKey })
    case 'date':
      return api.post('/api/v1/work-items/{id}/date-proposals', { path: { id: work_item_id }, body: { due_at: answer.due_at, reason: answer.reason }, idempotencyKey })
    case 'decline':
      return api.post('/api/v1/handoffs/{id}/decline', { path, body: { reason: answer.reason }, idempotencyKey })
  }
}

export function useAnswerHandoff() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ handoff, answer, key }: { handoff: Handoff; answer: HandoffAnswer; key: string }) => send(handoff, answer, key),
    onSettled: (_view, _error, { handoff }) => refreshFollowed(queryClient, handoff.work_item_id),
  })
}

export function useWithdrawHandoff() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Handoff) => api.delete('/api/v1/handoffs/{id}', { path: { id } }),
    onSettled: (_view, _error, { work_item_id }) => refreshFollowed(queryClient, work_item_id),
  })
}
