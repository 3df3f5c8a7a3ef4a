import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { SignInForm } from '@/lib/api-types'
import { enter } from '@/lib/sessionQuery'

export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (form: SignInForm) => api.post('/api/v1/session', { body: form }),
    onSuccess: (session) => enter(queryClient, session),
  })
}
