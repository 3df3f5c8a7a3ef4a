import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

const key = ['goal-settings'] as const

export function useGoalSettings() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.get('/api/v1/goal-settings', { signal }) })
}

export function useSaveGoalSettings() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, version }: { form: Schema<'GoalSettingsForm'>; version: number }) => api.put('/api/v1/goal-settings', { body: form, version }),
    onSuccess: (settings) => queryClient.setQueryData(key, settings),
  })
}
