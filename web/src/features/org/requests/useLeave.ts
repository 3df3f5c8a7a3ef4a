import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

/** The last day and everything in hand, in one step: whatever a page shows of people, items and customers may be others' now. */
export function useLeave() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, form, key }: { id: string; version: number; form: Schema<'LeavingForm'>; key: string }) =>
      api.post('/api/v1/employees/{id}/leaving', { path: { id }, body: form, version, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
}
