import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

const blockKey = ['follow-up-block'] as const

/** The hours I keep free each working day for following up. */
export function useFollowUpBlock() {
  return useQuery({ queryKey: blockKey, queryFn: ({ signal }) => api.get('/api/v1/follow-up-block', { signal }), refetchInterval: 60_000 })
}

export function useSaveFollowUpBlock() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (form: Schema<'FollowUpBlockForm'>) => api.put('/api/v1/follow-up-block', { body: form }),
    onSuccess: (block) => queryClient.setQueryData(blockKey, block),
  })
}
