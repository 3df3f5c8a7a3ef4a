import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export function useRequestForm(token: string) {
  return useQuery({
    queryKey: ['public-form', token],
    queryFn: ({ signal }) => api.get('/api/v1/public/requests/{token}', { path: { token }, signal }),
    staleTime: Infinity,
  })
}

export function useSendRequest(token: string) {
  return useMutation({ mutationFn: (body: Schema<'PublicRequestForm'>) => api.post('/api/v1/public/requests/{token}', { path: { token }, body }) })
}
