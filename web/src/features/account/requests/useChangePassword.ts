import { useMutation } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { PasswordForm } from '@/lib/api-types'

export function useChangePassword() {
  return useMutation({ mutationFn: (form: PasswordForm) => api.post('/api/v1/profile/password', { body: form }) })
}
