import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export type Reminding = Schema<'RemindedView'>

/** Who was reminded of it, newest first. */
export function useReminded(commitmentId: string) {
  return useQuery({
    queryKey: ['work-item', commitmentId, 'reminded'],
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/notices', { path: { id: commitmentId }, query: { limit: 100 }, signal }),
    select: (page) => page.items,
  })
}
