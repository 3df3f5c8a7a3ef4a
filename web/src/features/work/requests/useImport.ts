import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, request } from '@/lib/api'
import { countsKey, queueKey, workItemsKey } from '@/lib/queryKeys'
import type { OnError } from '../importing/report'

export interface ImportOptions {
  file: File
  isTrial: boolean
  onError: OnError
}

/** Hands the sheet over; the server works on it and the task tells how far it is. */
export function useStartImport() {
  return useMutation({
    mutationFn: ({ file, isTrial, onError }: ImportOptions) =>
      request<{ task_id: string }>('post', '/api/v1/work-items/imports', { query: { name: file.name, dry_run: isTrial, on_error: onError }, body: file }),
  })
}

const UNDER_WAY = ['waiting', 'running']

/** The task, asked again until it ends. */
export function useImportTask(id: string | undefined) {
  return useQuery({
    queryKey: ['task', id],
    queryFn: ({ signal }) => api.get('/api/v1/tasks/{id}', { path: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && UNDER_WAY.includes(query.state.data.state) ? 700 : false),
  })
}

export function useCancelImport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post('/api/v1/tasks/{id}/cancellation', { path: { id } }),
    onSettled: (_answer, _error, id) => queryClient.invalidateQueries({ queryKey: ['task', id] }),
  })
}

export function useForgetLists() {
  const queryClient = useQueryClient()
  return () => Promise.all([workItemsKey, queueKey, countsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
