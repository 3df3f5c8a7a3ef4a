import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useChanges } from '@/lib/live'

export type ChannelAccount = Schema<'AccountView'>
export type AccountKind = Schema<'AccountKindView'>
export type AccountForm = Schema<'AccountForm'>
export type AccountPatch = Schema<'AccountPatch'>
export type Trial = Schema<'TrialView'>

const accountsKey = ['channel-accounts'] as const

function useRefreshAccounts() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: accountsKey })
}

export function useChannelAccounts() {
  const refresh = useRefreshAccounts()
  useChanges('channel_account', () => void refresh())
  return useQuery({ queryKey: accountsKey, queryFn: ({ signal }) => api.get('/api/v1/channel-accounts', { signal }), select: (page) => page.items })
}

export function useAccountKinds() {
  return useQuery({ queryKey: ['channel-account-kinds'], queryFn: ({ signal }) => api.get('/api/v1/channel-accounts/kinds', { signal }), select: (page) => page.items, staleTime: Infinity })
}

export function useAddAccount() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: ({ form, key }: { form: AccountForm; key: string }) => api.post('/api/v1/channel-accounts', { body: form, idempotencyKey: key }),
    onSuccess: refresh,
  })
}

export function useChangeAccount() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: ({ account, patch }: { account: ChannelAccount; patch: AccountPatch }) => api.patch('/api/v1/channel-accounts/{id}', { path: { id: account.id }, version: account.version, body: patch }),
    onSettled: refresh,
  })
}

export function useRemoveAccount() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: (account: ChannelAccount) => api.delete('/api/v1/channel-accounts/{id}', { path: { id: account.id }, version: account.version }),
    onSettled: refresh,
  })
}

/** A test message; its outcome moves the account's breaker. */
export function useTryAccount() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: ({ id, to }: { id: string; to?: string }) => api.post('/api/v1/channel-accounts/{id}/trials', { path: { id }, body: to ? { to } : {} }),
    onSettled: refresh,
  })
}
