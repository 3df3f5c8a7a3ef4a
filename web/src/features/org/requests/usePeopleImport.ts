import { useMutation } from '@tanstack/react-query'
import type { Sheet } from '@/components/importing/useImporting'
import { request } from '@/lib/api'
import type { PeopleChoice } from '../importing/report'

/** Hands the sheet over; the server works on it and the task tells how far it is. */
export function useStartImport() {
  return useMutation({
    mutationFn: ({ file, isTrial, onError, makeDepartments, makePositions }: Sheet & PeopleChoice) =>
      request<{ task_id: string }>('post', '/api/v1/employees/imports', {
        query: { name: file.name, dry_run: isTrial, on_error: onError, make_departments: makeDepartments || undefined, make_positions: makePositions || undefined },
        body: file,
      }),
  })
}
