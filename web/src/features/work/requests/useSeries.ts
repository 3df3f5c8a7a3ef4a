import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { ApiProblem, asProblem } from '@/lib/problem'
import { useCursorList } from '@/lib/useCursorList'

export const seriesKey = ['work-series'] as const

export function useSeriesList(ended: boolean) {
  return useCursorList([...seriesKey, { ended }], ({ after, signal }) => api.get('/api/v1/work-series', { query: { ended: ended || undefined, cursor: after }, signal }))
}

export function useSeries(id: string | undefined) {
  return useQuery({
    queryKey: [...seriesKey, id],
    queryFn: ({ signal }) => api.get('/api/v1/work-series/{id}', { path: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
  })
}

/** The form shows the item's fields beside the rule's, so what is wrong with "item.title" is wrong with "title". */
function atItsField(error: unknown): never {
  const problem = asProblem(error)
  const errors = problem.errors.map((each) => ({ ...each, field: each.field.replace(/^item\./, '') }))
  throw new ApiProblem(problem.status, { title: problem.title, detail: problem.detail, code: problem.code, request_id: problem.request_id, errors }, problem.retryAfter)
}

export function useBeginSeries() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'NewSeriesForm'>; key: string }) => api.post('/api/v1/work-series', { body: form, idempotencyKey: key }).catch(atItsField),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: seriesKey }),
  })
}

export function useStopSeries() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post('/api/v1/work-series/{id}/ending', { path: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: seriesKey }),
  })
}
