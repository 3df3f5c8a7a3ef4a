import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { refreshFollowed } from '@/lib/queryKeys'

/** Writes the dates of the plan that was looked at. */
export function useAdoptSchedule(parentId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (form: Schema<'AdoptionForm'>) => api.post('/api/v1/work-items/{id}/schedule/adoptions', { path: { id: parentId }, body: form }),
    onSettled: () => refreshFollowed(queryClient, parentId),
  })
}
