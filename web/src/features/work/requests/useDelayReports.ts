import type { paths } from '@/gen/api'
import { api } from '@/lib/api'
import { workItemsKey } from '@/lib/queryKeys'
import { useCursorList } from '@/lib/useCursorList'

export type DelayFilters = Omit<NonNullable<paths['/api/v1/delay-reports']['get']['parameters']['query']>, 'limit' | 'after'>

export function useDelayReports(query: DelayFilters) {
  return useCursorList([...workItemsKey, 'delay-reports', query], ({ limit, after, signal }) => api.get('/api/v1/delay-reports', { query: { ...query, limit, cursor: after }, signal }))
}
