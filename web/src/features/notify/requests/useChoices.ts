import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export type Choices = Schema<'ChoicesView'>
export type ChoicesForm = Schema<'ChoicesForm'>

export const choicesKey = ['notice-choices'] as const

export function useChoices() {
  return useQuery({ queryKey: choicesKey, queryFn: ({ signal }) => api.get('/api/v1/notice-choices', { signal }) })
}

export function useChoose() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ version, form }: { version: number; form: ChoicesForm }) => api.put('/api/v1/notice-choices', { version, body: form }),
    onSuccess: (choices) => queryClient.setQueryData(choicesKey, choices),
    onError: () => queryClient.invalidateQueries({ queryKey: choicesKey }),
  })
}
