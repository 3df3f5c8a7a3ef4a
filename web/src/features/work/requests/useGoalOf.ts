import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

/** The goal whose action plan an item comes from; nothing for items that come from elsewhere or when one may not see it. */
export function useGoalOf(item: Schema<'WorkItemView'>, mayRead: boolean) {
  return useQuery({
    queryKey: ['goal-of-work', item.id],
    queryFn: ({ signal }) => api.get('/api/v1/goal-actions', { query: { work_item_id: item.id }, signal }),
    select: (page) => page.items[0],
    enabled: mayRead && item.source === 'goal_action',
    staleTime: 600_000,
  })
}
