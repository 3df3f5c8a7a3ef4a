import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { goalCardsKey } from './keys'

/** The goals of a day, each with the one it serves. */
export function useGoalTree(on: string | undefined) {
  return useQuery({ queryKey: [...goalCardsKey, 'tree', on], queryFn: ({ signal }) => api.get('/api/v1/goal-tree', { query: { on }, signal }) })
}
