import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { useCursorList } from '@/lib/useCursorList'

const devicesKey = ['sessions'] as const

export function useDevices() {
  return useCursorList(devicesKey, ({ limit, after, signal }) => api.get('/api/v1/sessions', { query: { limit, cursor: after }, signal }))
}

export function useRevokeDevice() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/v1/sessions/{id}', { path: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: devicesKey }),
  })
}
