import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { SetupForm } from '@/lib/api-types'
import { enter } from '@/lib/sessionQuery'

export function useSetupState(token: string) {
  return useQuery({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api.get('/api/v1/setup', { query: { token }, signal }),
    staleTime: Infinity,
  })
}

export function useSetup() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (form: SetupForm) => api.post('/api/v1/setup', { body: form }),
    onSuccess: (session) => enter(queryClient, session),
  })
}
