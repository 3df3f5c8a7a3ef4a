import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { awaitedKey } from '@/lib/queryKeys'

/** Questions, proposed dates, results and delay reports that wait for this person's word, the longest waiting first. */
export function useAwaited() {
  return useQuery({
    queryKey: awaitedKey,
    queryFn: ({ signal }) => api.get('/api/v1/work-items/waiting-for-me', { signal }),
    select: (page) => page.items,
  })
}
