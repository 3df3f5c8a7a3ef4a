import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { countsKey, queueKey, workItemsKey } from '@/lib/queryKeys'

export type BatchForm = Schema<'BatchForm'>

export function useChangeMany() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: BatchForm; key: string }) => api.post('/api/v1/work-items/batch', { body: form, idempotencyKey: key }),
    onSuccess: (_result, { form }) => {
      const changed = [workItemsKey, queueKey, countsKey, ...(form.ids ?? []).map((id) => ['work-item', id])]
      return Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
}
