import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { proposalKey } from '@/lib/queryKeys'

/** What the cadence proposes after the touch that is being recorded. */
export function useProposal(commitmentId: string, enabled: boolean, direction: Schema<'Direction'> = 'inward') {
  return useQuery({
    queryKey: [...proposalKey(commitmentId), direction],
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/proposal', { path: { id: commitmentId }, query: { direction, recording: true }, signal }),
    enabled,
    retry: false,
  })
}
