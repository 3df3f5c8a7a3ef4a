import { useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { outbox } from '@/lib/outbox'
import { ApiProblem } from '@/lib/problem'
import { refreshFollowed } from '@/lib/queryKeys'
import type { Schema } from '@/lib/api-types'
import { useSession } from '@/lib/session'

export type FollowUpForm = Schema<'FollowUpForm'>

/** Records a follow-up, or keeps it on the device when there is no way to the server. Tells which of the two happened. */
export function useRecordFollowUp() {
  const queryClient = useQueryClient()
  const { user } = useSession()
  return async (commitmentId: string, form: FollowUpForm & { id: string }, label: string): Promise<'recorded' | 'kept'> => {
    try {
      await api.post('/api/v1/commitments/{id}/follow-ups', { path: { id: commitmentId }, body: form, idempotencyKey: form.id })
    } catch (error) {
      if (!(error instanceof ApiProblem) || !error.isUnreachable) throw error
      // It happened now, whenever it will be sent.
      const body = { ...form, at: form.at ?? new Date().toISOString() }
      await outbox.add(user.id, { id: form.id, method: 'post', path: `/api/v1/commitments/${commitmentId}/follow-ups`, body, label })
      return 'kept'
    }
    await refreshFollowed(queryClient, commitmentId)
    return 'recorded'
  }
}
