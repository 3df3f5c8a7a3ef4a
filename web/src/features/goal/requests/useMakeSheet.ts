import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { targetSheetKey, targetSheetsKey } from './keys'

export function useMakeSheet() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, idempotencyKey }: { form: Schema<'NewTargetSheetForm'>; idempotencyKey: string }) => api.post('/api/v1/target-sheets', { body: form, idempotencyKey }),
    onSuccess: (sheet) => {
      queryClient.setQueryData(targetSheetKey(sheet.id), sheet)
      return queryClient.invalidateQueries({ queryKey: targetSheetsKey })
    },
  })
}
