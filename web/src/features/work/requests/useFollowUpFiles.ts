import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemKey } from '@/lib/queryKeys'

/** The photos and files of an item's follow-ups, in their order. */
export function useFollowUpFiles(id: string) {
  return useQuery({
    queryKey: [...workItemKey(id), 'follow-up-files'],
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/follow-up-files', { path: { id }, signal }),
    select: (page) => page.items,
  })
}
