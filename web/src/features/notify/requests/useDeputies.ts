import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export type Deputy = Schema<'DeputyView'>
export type DeputyForm = Schema<'DeputyForm'>

const deputiesKey = ['deputies'] as const

/** Those around me, or everybody's for who manages people. */
export function useDeputies(all: boolean) {
  return useQuery({ queryKey: [...deputiesKey, all], queryFn: ({ signal }) => api.get('/api/v1/deputies', { query: all ? { all } : {}, signal }), select: (page) => page.items })
}

export function useNameDeputy() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: DeputyForm; key: string }) => api.post('/api/v1/deputies', { body: form, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: deputiesKey }),
  })
}

export function useDismissDeputy() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/v1/deputies/{id}', { path: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: deputiesKey }),
  })
}
