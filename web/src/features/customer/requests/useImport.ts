import { useMutation } from '@tanstack/react-query'
import type { Sheet } from '@/components/importing/useImporting'
import { request } from '@/lib/api'
import type { CustomerChoice } from '../importing/report'

/** Hands the sheet over; the server works on it and the task tells how far it is. */
export function useStartImport() {
  return useMutation({
    mutationFn: ({ file, isTrial, onError, despiteDuplicates }: Sheet & CustomerChoice) =>
      request<{ task_id: string }>('post', '/api/v1/customers/imports', {
        query: { name: file.name, dry_run: isTrial, on_error: onError, despite_duplicates: despiteDuplicates || undefined },
        body: file,
      }),
  })
}
