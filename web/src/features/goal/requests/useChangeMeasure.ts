import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { measuresKey } from './keys'

export function useChangeMeasure() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ measure, patch }: { measure: Schema<'MeasureView'>; patch: Schema<'MeasurePatch'> }) => api.patch('/api/v1/measures/{id}', { path: { id: measure.id }, body: patch, version: measure.version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: measuresKey }),
  })
}
