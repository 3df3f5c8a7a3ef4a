import { api } from '@/lib/api'
import { workItemKey } from '@/lib/queryKeys'
import { useCursorList } from '@/lib/useCursorList'

/** Everything that happened to an item, newest first. */
export function useTimeline(id: string) {
  return useCursorList([...workItemKey(id), 'timeline'], ({ limit, after, signal }) =>
    api.get('/api/v1/work-items/{id}/timeline', { path: { id }, query: { limit, cursor: after === undefined ? undefined : Number(after) }, signal }),
  )
}
