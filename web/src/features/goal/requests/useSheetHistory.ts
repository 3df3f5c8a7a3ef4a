import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { useCursorList } from '@/lib/useCursorList'
import { targetSheetKey } from './keys'

const historyKey = (id: string, version: number) => [...targetSheetKey(id), 'history', version] as const

/** Who changed how many numbers when, newest first. */
export function useSheetBatches(id: string, version: number) {
  return useCursorList([...historyKey(id, version), 'batches'], ({ limit, after, signal }) => api.get('/api/v1/target-sheets/{id}/batches', { path: { id }, query: { limit, cursor: after }, signal }))
}

/** What a batch changed, number by number. */
export function useSheetBatch(id: string, batch: number) {
  return useQuery({
    queryKey: [...targetSheetKey(id), 'batch', batch],
    queryFn: ({ signal }) => api.get('/api/v1/target-sheets/{id}/batches/{batch}', { path: { id, batch: String(batch) }, signal }),
    staleTime: Infinity,
  })
}

/** Everything that happened to the sheet, newest first. */
export function useSheetTimeline(id: string, version: number, enabled: boolean) {
  return useCursorList([...historyKey(id, version), 'timeline'], ({ limit, after, signal }) => api.get('/api/v1/target-sheets/{id}/timeline', { path: { id }, query: { limit, cursor: after }, signal }), { enabled })
}
