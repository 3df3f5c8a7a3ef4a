import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'

const feedKey = ['calendar-feed'] as const

export function useFeed() {
  return useQuery({ queryKey: feedKey, queryFn: ({ signal }) => api.get('/api/v1/calendar-feed', { signal }) })
}

export function useMakeFeed() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.post('/api/v1/calendar-feed'),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: feedKey }),
  })
}

export function useRevokeFeed() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/api/v1/calendar-feed'),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: feedKey }),
  })
}
