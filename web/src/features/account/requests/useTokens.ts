import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { TokenForm } from '@/lib/api-types'
import { useCursorList } from '@/lib/useCursorList'

const tokensKey = ['tokens'] as const

export function useTokens() {
  return useCursorList(tokensKey, ({ limit, after, signal }) => api.get('/api/v1/tokens', { query: { limit, after }, signal }))
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
