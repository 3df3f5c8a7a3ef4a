import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { queueKey } from '@/lib/queryKeys'

export const QUEUE_LIMIT = 200

/** What I follow up next: due until that moment, the end of today when none is given. */
export function useQueue(until?: string) {
  return useQuery({
    queryKey: [...queueKey, until ?? 'today'],
    queryFn: ({ signal }) => api.get('/api/v1/queue', { query: { until, limit: QUEUE_LIMIT }, signal }),
    select: (page) => page.items,
  })
}
