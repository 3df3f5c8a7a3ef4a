import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { goalCardsKey } from './keys'

/** What departs from the plan, and what went notably well. */
export function useExceptions(all: boolean) {
  return useQuery({ queryKey: [...goalCardsKey, 'exceptions', all], queryFn: ({ signal }) => api.get('/api/v1/goal-exceptions', { query: { all }, signal }) })
}
