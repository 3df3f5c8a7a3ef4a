import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

const keyOf = (page: string) => ['saved-views', page] as const

export function useSavedViews(page: string) {
  return useQuery({
    queryKey: keyOf(page),
    queryFn: ({ signal }) => api.get('/api/v1/saved-views', { query: { page }, signal }),
    select: (answer) => answer.items,
    staleTime: 300_000,
  })
}

export function useSaveView(page: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ name, query, key }: { name: string; query: string; key: string }) => api.post('/api/v1/saved-views', { body: { page, name, query }, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(page) }),
  })
}

export function useChangeView(page: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: Schema<'SavedViewPatch'> }) => api.patch('/api/v1/saved-views/{id}', { path: { id }, body: change }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(page) }),
  })
}

export function useForgetView(page: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/v1/saved-views/{id}', { path: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(page) }),
  })
}
