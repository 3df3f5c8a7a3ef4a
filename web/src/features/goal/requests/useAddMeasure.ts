import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { measuresKey } from './keys'

export function useAddMeasure() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (form: Schema<'NewMeasureForm'>) => api.post('/api/v1/measures', { body: form }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: measuresKey }),
  })
}
