import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { measuresKey } from './keys'

/** What targets count, closed ones too. */
export function useMeasures() {
  return useQuery({ queryKey: measuresKey, queryFn: ({ signal }) => api.get('/api/v1/measures', { signal }), staleTime: 60_000 })
}
