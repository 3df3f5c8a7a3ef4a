import { api } from '@/lib/api'
import { workItemsKey } from '@/lib/queryKeys'
import { useCursorList } from '@/lib/useCursorList'
import type { ListQuery } from '../list/query'

export function useWorkItems(query: ListQuery) {
  return useCursorList([...workItemsKey, query], ({ limit, after, signal }) => api.get('/api/v1/work-items', { query: { ...query, limit, cursor: after }, signal }))
}
