import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

const statusKey = (token: string) => ['public-status', token] as const

/** Looked at again once a minute while the page is open. */
export function useStatus(token: string) {
  return useQuery({
    queryKey: statusKey(token),
    queryFn: ({ signal }) => api.get('/api/v1/public/status/{token}', { path: { token }, signal }),
    refetchInterval: 60_000,
  })
}

export function useAnswer(token: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema<'RequesterAnswerForm'>) => api.post('/api/v1/public/status/{token}/answer', { path: { token }, body }),
    onSuccess: (status) => queryClient.setQueryData(statusKey(token), status),
  })
}
