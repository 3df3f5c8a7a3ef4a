import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, request } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { workItemKey } from '@/lib/queryKeys'

export function useAttachments(id: string) {
  return useQuery({
    queryKey: [...workItemKey(id), 'attachments'],
    queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}/attachments', { path: { id }, signal }),
    select: (page) => page.items,
  })
}

export function useAttach(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => request<Schema<'FileView'>>('post', '/api/v1/attachments', { query: { work_item_id: id, name: file.name }, body: file }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: workItemKey(id) }),
  })
}

export function useDetach(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (fileId: string) => api.delete('/api/v1/attachments/{id}', { path: { id: fileId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: workItemKey(id) }),
  })
}
