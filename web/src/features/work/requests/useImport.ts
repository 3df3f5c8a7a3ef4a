import { useMutation } from '@tanstack/react-query'
import type { ErrorChoice } from '@/components/importing/report'
import type { Sheet } from '@/components/importing/useImporting'
import { request } from '@/lib/api'

/** Hands the sheet over; the server works on it and the task tells how far it is. */
export function useStartImport() {
  return useMutation({
    mutationFn: ({ file, isTrial, onError }: Sheet & ErrorChoice) =>
      request<{ task_id: string }>('post', '/api/v1/work-items/imports', { query: { name: file.name, dry_run: isTrial, on_error: onError }, body: file }),
  })
}
