import { useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api'
import type { Page, Schema } from '@/lib/api-types'
import { workItemsKey } from '@/lib/queryKeys'

/** How many items stand below one, and how many of them are not done yet. */
export interface WithSubItems {
  sub_items?: number
  sub_items_open?: number
}

/** The items below one, done ones too. */
export function useSubItems(parentId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...workItemsKey, 'below', parentId],
    queryFn: ({ signal }) => request<Page<Schema<'WorkItemLine'>>>('get', '/api/v1/work-items', { query: { parent_id: parentId, whose: 'all', closed: true, limit: 100 }, signal }),
    select: (page) => page.items,
    enabled,
  })
}
