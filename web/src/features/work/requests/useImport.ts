import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api'
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

export function useForgetLists() {
  const queryClient = useQueryClient()
  return () => Promise.all([workItemsKey, queueKey, countsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
