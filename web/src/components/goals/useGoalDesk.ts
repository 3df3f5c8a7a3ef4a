import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { useMay } from '@/lib/session'

/** My goals, what waits for my word, and how many exceptions there are below me. */
export function useGoalDesk() {
  const mayRead = useMay('goal.read')
  return useQuery({ queryKey: ['goal-cards', 'desk'], queryFn: ({ signal }) => api.get('/api/v1/goal-desk', { signal }), enabled: mayRead })
}
