import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { targetSheetKey, targetSheetsKey } from './keys'
import type { Sheet } from './useTargetSheet'

/** A change of the sheet itself, based on the version that is shown; afterwards it is read again. */
function useReshape<Form, Answer>(id: string, send: (version: number, form: Form) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: targetSheetKey(id),
    mutationFn: (form: Form) => send(queryClient.getQueryData<Sheet>(targetSheetKey(id))?.version ?? 0, form),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: targetSheetsKey })
      return queryClient.invalidateQueries({ queryKey: targetSheetKey(id) })
    },
  })
}

/** Rename, close, open again. */
export function useChangeSheet(id: string) {
  return useReshape(id, (version, body: Schema<'TargetSheetPatch'>) => api.patch('/api/v1/target-sheets/{id}', { path: { id }, body, version }))
}

export function useAddRows(id: string) {
  return useReshape(id, (version, rows: Schema<'TargetRowForm'>[]) => api.post('/api/v1/target-sheets/{id}/rows', { path: { id }, body: { rows }, version }))
}

export function useRemoveRow(id: string) {
  return useReshape(id, (version, row: number) => api.delete('/api/v1/target-sheets/{id}/rows/{row}', { path: { id, row: String(row) }, version }))
}

export function useDeleteSheet(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/api/v1/target-sheets/{id}', { path: { id }, version: queryClient.getQueryData<Sheet>(targetSheetKey(id))?.version ?? 0 }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: targetSheetsKey }),
    onError: () => queryClient.invalidateQueries({ queryKey: targetSheetKey(id) }),
  })
}
