import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { proposalKey } from '@/lib/queryKeys'

export function useProposal(commitmentId: string, enabled: boolean) {
  return useQuery({
    queryKey: proposalKey(commitmentId),
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/proposal', { path: { id: commitmentId }, signal }),
    enabled,
    retry: false,
  })
}
