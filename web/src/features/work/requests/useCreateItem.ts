import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { countsKey, queueKey, workItemKey, workItemsKey } from '@/lib/queryKeys'

export type NewWorkItem = Schema<'NewWorkItemForm'>

export function useCreateItem() {
  const queryClient = useQueryClient()
  return useMutation({
    // The key is the item's id too, so that a second try after a lost answer finds the first one's item.
    mutationFn: ({ form, key }: { form: NewWorkItem; key: string }) => api.post('/api/v1/work-items', { body: { ...form, id: key }, idempotencyKey: key }),
    onSuccess: (item) => {
      queryClient.setQueryData(workItemKey(item.id), item)
      return Promise.all([workItemsKey, queueKey, countsKey, ...(item.parent_id ? [workItemKey(item.parent_id)] : [])].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
}
