import { api } from '@/lib/api'
import { useCursorList } from '@/lib/useCursorList'
import { targetSheetsKey } from './keys'

export function useTargetSheets(year: number) {
  return useCursorList([...targetSheetsKey, year], ({ limit, after, signal }) => api.get('/api/v1/target-sheets', { query: { year, limit, after }, signal }))
}
