import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { countsKey, queueKey, workItemsKey } from '@/lib/queryKeys'

export type ClosingForm = Schema<'ClosingForm'>

export function useCloseMany() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: ClosingForm; key: string }) => api.post('/api/v1/work-items/closures', { body: form, idempotencyKey: key }),
    onSuccess: (_result, { form }) => {
      const changed = [workItemsKey, queueKey, countsKey, ...(form.ids ?? []).map((id) => ['work-item', id])]
      return Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
}
