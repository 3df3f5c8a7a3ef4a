import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemsKey } from '@/lib/queryKeys'

/** What an item waits for, and what waits for it. */
export function useDependencies(itemId: string, enabled = true) {
  return useQuery({
    queryKey: [...workItemsKey, 'dependencies', itemId],
    queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}/dependencies', { path: { id: itemId }, signal }),
    enabled,
  })
}
