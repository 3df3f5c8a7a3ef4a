import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { kindsKey } from './useKinds'

export type KindForm = Schema<'NewKindForm'>

export function useAddKind() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: KindForm; key: string }) => api.post('/api/v1/kinds', { body: form, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: kindsKey }),
  })
}

/** Changes a kind based on the version the person looked at; also closes it and opens it again. */
export function useChangeKind() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, patch }: { kind: Pick<Schema<'KindView'>, 'code' | 'version'>; patch: Schema<'KindPatch'> }) => api.patch('/api/v1/kinds/{code}', { path: { code: kind.code }, body: patch, version: kind.version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: kindsKey }),
  })
}
