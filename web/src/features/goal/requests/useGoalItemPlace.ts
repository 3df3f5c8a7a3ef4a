import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'

/** On which card a goal stands. */
export function useGoalItemPlace(id: string) {
  return useQuery({ queryKey: ['goal-item-place', id], queryFn: ({ signal }) => api.get('/api/v1/goal-items/{id}', { path: { id }, signal }) })
}
