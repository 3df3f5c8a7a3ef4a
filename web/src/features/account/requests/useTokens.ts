import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { TokenForm } from '@/lib/api-types'
import { useCursorList } from '@/lib/useCursorList'

const tokensKey = ['tokens'] as const

export function useTokens() {
  return useCursorList(tokensKey, ({ limit, after, signal }) => api.get('/api/v1/tokens', { query: { limit, cursor: after }, signal }))
}

/** What each permission is called, for people. */
export function usePermissionNames() {
  return useQuery({
    queryKey: ['permissions'],
    queryFn: ({ signal }) => api.get('/api/v1/permissions', { signal }),
    staleTime: 600_000,
    select: ({ items }) => new Map(items.map(({ permission, name }) => [permission, name])),
  })
}

export function useCreateToken() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: TokenForm & { idempotencyKey: string }) => api.post('/api/v1/tokens', { body, idempotencyKey }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: tokensKey }),
  })
}

export function useRevokeToken() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/v1/tokens/{id}', { path: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: tokensKey }),
  })
}
