import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { goalsWaitingKey } from './keys'

/** What a revision that waits would do, as things stand now. */
export function useRevisionConsequences(revision: Schema<'RevisionView'>) {
  return useQuery({
    queryKey: [...goalsWaitingKey, 'consequences', revision.id],
    queryFn: ({ signal }) => api.get('/api/v1/goal-revisions/{id}/consequences', { path: { id: revision.id }, signal }),
    enabled: revision.state === 'waiting',
  })
}
