import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'

const UNDER_WAY = ['waiting', 'running']

/** Long work this person started, asked again until it ends. */
export function useTask(id: string | undefined) {
  return useQuery({
    queryKey: ['task', id],
    queryFn: ({ signal }) => api.get('/api/v1/tasks/{id}', { path: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && UNDER_WAY.includes(query.state.data.state) ? 700 : false),
  })
}

export function useCancelTask() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post('/api/v1/tasks/{id}/cancellation', { path: { id } }),
    onSettled: (_answer, _error, id) => queryClient.invalidateQueries({ queryKey: ['task', id] }),
  })
}
