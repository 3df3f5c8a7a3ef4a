import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemKey } from '@/lib/queryKeys'

export function useComments(id: string) {
  return useQuery({
    queryKey: [...workItemKey(id), 'comments'],
    queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}/comments', { path: { id }, signal }),
    select: (page) => page.items,
  })
}

export function useComment(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ text, mentioned_ids, key }: { text: string; mentioned_ids: string[]; key: string }) =>
      api.post('/api/v1/work-items/{id}/comments', { path: { id }, body: { text, mentioned_ids }, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: workItemKey(id) }),
  })
}
