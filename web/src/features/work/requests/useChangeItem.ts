import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { refreshFollowed, workItemKey } from '@/lib/queryKeys'

export type ItemPatch = Schema<'WorkItemPatch'> & { participant_ids?: string[] }

/** Changes an item based on the version the person looked at. */
export function useChangeItem(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ version, patch }: { version: number; patch: ItemPatch }) => api.patch('/api/v1/work-items/{id}', { path: { id }, body: patch, version }),
    onSuccess: (item) => {
      queryClient.setQueryData(workItemKey(id), item)
      return refreshFollowed(queryClient, id)
    },
    onError: () => queryClient.invalidateQueries({ queryKey: workItemKey(id) }),
  })
}
