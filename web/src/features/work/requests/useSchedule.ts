import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemsKey } from '@/lib/queryKeys'

/** The plan of what stands below an item. */
export function useSchedule(parentId: string) {
  return useQuery({
    queryKey: [...workItemsKey, 'schedule', parentId],
    queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}/schedule', { path: { id: parentId }, signal }),
  })
}
