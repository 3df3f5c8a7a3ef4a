import { api } from '@/lib/api'
import { useCursorList } from '@/lib/useCursorList'
import { targetSheetKey } from './keys'

/** The rows of a sheet one sees, to choose from. */
export function useSheetRows(id: string | undefined) {
  return useCursorList([...targetSheetKey(id ?? ''), 'rows'], ({ limit, after, signal }) => api.get('/api/v1/target-sheets/{id}/rows', { path: { id: id ?? '' }, query: { limit, cursor: after }, signal }), { limit: 500, enabled: id !== undefined })
}
