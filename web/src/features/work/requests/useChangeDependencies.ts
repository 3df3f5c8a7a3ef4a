import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { refreshFollowed } from '@/lib/queryKeys'

export function useAddDependency(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'DependencyForm'>; key: string }) => api.post('/api/v1/work-items/{id}/dependencies', { path: { id: itemId }, body: form, idempotencyKey: key }),
    onSettled: () => refreshFollowed(queryClient, itemId),
  })
}

export function useRemoveDependency(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (afterId: string) => api.delete('/api/v1/work-items/{id}/dependencies/{after_id}', { path: { id: itemId, after_id: afterId } }),
    onSettled: () => refreshFollowed(queryClient, itemId),
  })
}
