import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { refreshFollowed } from '@/lib/queryKeys'

const kindCadenceKey = (kind: string) => ['cadence', kind] as const
const itemCadenceKey = (id: string) => ['item-cadence', id] as const

/** How closely things of a kind are followed; "*" is that of every kind without one of its own. */
export function useKindCadence(kind: string, enabled: boolean) {
  return useQuery({
    queryKey: kindCadenceKey(kind),
    queryFn: ({ signal }) => api.get('/api/v1/cadences/{subject_kind}', { path: { subject_kind: kind }, signal }),
    enabled,
  })
}

export function useSaveKindCadence(kind: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, version }: { form: Schema<'KindCadenceForm'>; version: number }) => api.put('/api/v1/cadences/{subject_kind}', { path: { subject_kind: kind }, body: form, version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['cadence'] }),
  })
}

export function useItemCadence(id: string, enabled: boolean) {
  return useQuery({
    queryKey: itemCadenceKey(id),
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/cadence', { path: { id }, signal }),
    enabled,
  })
}

export function useSaveItemCadence(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, version }: { form: Schema<'ItemCadenceForm'>; version: number }) => api.put('/api/v1/commitments/{id}/cadence', { path: { id }, body: form, version }),
    onSettled: () => Promise.all([queryClient.invalidateQueries({ queryKey: itemCadenceKey(id) }), refreshFollowed(queryClient, id)]),
  })
}
