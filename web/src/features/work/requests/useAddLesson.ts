import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { refreshFollowed } from '@/lib/queryKeys'

export function useAddLesson(itemId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) => api.post('/api/v1/work-items/{id}/lessons', { path: { id: itemId }, body: { text }, idempotencyKey: key }),
    onSettled: () => refreshFollowed(queryClient, itemId),
  })
}
