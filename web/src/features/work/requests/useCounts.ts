import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { countsKey } from '@/lib/queryKeys'

export function useCounts() {
  return useQuery({ queryKey: countsKey, queryFn: ({ signal }) => api.get('/api/v1/queue/counts', { signal }) })
}
