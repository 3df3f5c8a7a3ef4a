import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { proposalKey } from '@/lib/queryKeys'

const counterpartKey = (id: string) => ['counterpart', id] as const

/** The other side of a followed thing: the handler inward, whoever asked for it outward. */
export function useCounterpart(id: string, direction: Schema<'Direction'>) {
  return useQuery({
    queryKey: [...counterpartKey(id), direction],
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/counterpart', { path: { id }, query: { direction }, signal }),
  })
}

export function useSaveCounterpart(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, version }: { form: Schema<'CounterpartChangeForm'>; version: number }) => api.put('/api/v1/commitments/{id}/counterpart', { path: { id }, body: form, version }),
    onSettled: () => Promise.all([counterpartKey(id), proposalKey(id)].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
}
