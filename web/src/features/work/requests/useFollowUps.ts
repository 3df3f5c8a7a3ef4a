import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemKey } from '@/lib/queryKeys'

/** Newest first, unlike the sheet. */
export function useFollowUps(id: string) {
  return useQuery({
    queryKey: [...workItemKey(id), 'follow-ups'],
    queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}/follow-ups', { path: { id }, signal }),
    select: (page) => page.items.toReversed(),
  })
}
