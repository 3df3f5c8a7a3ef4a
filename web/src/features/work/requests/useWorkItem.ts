import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemKey } from '@/lib/queryKeys'

export function useWorkItem(id: string | undefined) {
  return useQuery({
    queryKey: workItemKey(id ?? ''),
    queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}', { path: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
  })
}
