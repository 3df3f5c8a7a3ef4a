import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { deviceName } from '@/lib/deviceName'
import { beginPush, endPush, pushId, rememberPush } from '@/lib/push'
import { choicesKey } from './useChoices'

export type PushDevice = Schema<'PushDeviceView'>

const pushKey = ['push-subscriptions'] as const

/** The browsers in which I am told, and the key to add this one. */
export function usePush() {
  return useQuery({ queryKey: pushKey, queryFn: ({ signal }) => api.get('/api/v1/push-subscriptions', { signal }) })
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () => Promise.all([pushKey, choicesKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

/** Answers false when the browser's permission was not given. */
export function useSwitchOn() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (publicKey: string) => {
      const keys = await beginPush(publicKey)
      if (!keys) return false
      const made = await api.post('/api/v1/push-subscriptions', { body: { ...keys, device: deviceName(navigator.userAgent) ?? '' } })
      rememberPush(made.id)
      return true
    },
    onSuccess: refresh,
  })
}

export function useSwitchOff() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (id: string) => {
      if (id === pushId()) return endPush()
      await api.delete('/api/v1/push-subscriptions/{id}', { path: { id } })
    },
    onSuccess: refresh,
  })
}
