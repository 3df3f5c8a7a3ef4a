import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { sessionKey } from '@/lib/sessionQuery'

/** The secret for the app, shown once; it does not count before the first code. */
export function useBeginSecondFactor() {
  return useMutation({ mutationFn: (body: { current_password: string }) => api.post('/api/v1/second-factor', { body }) })
}

/** The session says whether it is on; it is read again when the recovery codes were put away. */
export function useConfirmSecondFactor() {
  return useMutation({ mutationFn: (code: string) => api.post('/api/v1/second-factor/confirmation', { body: { code } }) })
}

export function useRenewRecoveryCodes() {
  return useMutation({ mutationFn: (code: string) => api.post('/api/v1/second-factor/recovery-codes', { body: { code } }) })
}

export function useRemoveSecondFactor() {
  return useMutation({ mutationFn: (code: string) => api.post('/api/v1/second-factor/removal', { body: { code } }) })
}

export function useReadSessionAgain() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: sessionKey })
}
