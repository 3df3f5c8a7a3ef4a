import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export type Policy = Schema<'PolicyView'>
export type PolicyForm = Schema<'PolicyForm'>
export type Ladder = Schema<'Ladder'>
export type Rung = Schema<'Rung'>
export type Topic = Schema<'Topic'>
export type Standpoint = Schema<'Standpoint'>

const policiesKey = ['escalation-policies'] as const

export function usePolicies() {
  return useQuery({ queryKey: policiesKey, queryFn: ({ signal }) => api.get('/api/v1/escalation-policies', { signal }), select: (page) => page.items })
}

/** The kinds that may have a ladder of their own. */
export function useKinds() {
  return useQuery({ queryKey: ['kinds'], queryFn: ({ signal }) => api.get('/api/v1/kinds', { signal }), select: (page) => page.items })
}

/** Without a ladder: back to the one that would hold without its own. */
export function useChangePolicy() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ version, form }: { version: number; form: PolicyForm }) => api.put('/api/v1/escalation-policies', { version, body: form }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: policiesKey }),
  })
}
