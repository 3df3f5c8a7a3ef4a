import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export type Account = Schema<'UserView'>
export type SetupLink = Schema<'SetupLinkView'>

const accountsKey = ['users'] as const

/** The API lists accounts only as a whole. */
async function allAccounts(signal: AbortSignal): Promise<Account[]> {
  const accounts: Account[] = []
  let after: string | undefined
  do {
    const page = await api.get('/api/v1/users', { query: { limit: 200, cursor: after }, signal })
    accounts.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return accounts
}

/** The account of an employee; null when they have none. */
export function useAccountOf(employeeId: string) {
  return useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => allAccounts(signal),
    select: (accounts) => accounts.find((account) => account.employee_id === employeeId) ?? null,
  })
}

export function useRoles() {
  return useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => api.get('/api/v1/roles', { signal }), select: (page) => page.items, staleTime: 600_000 })
}

function useRefreshAccounts() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: accountsKey })
}

export function useAddAccount() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: (body: Schema<'UserForm'>) => api.post('/api/v1/users', { body }),
    onSuccess: refresh,
  })
}

export function useChangeAccount() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: ({ account, patch }: { account: Account; patch: Schema<'UserPatch'> }) => api.patch('/api/v1/users/{id}', { path: { id: account.id }, body: patch, version: account.version }),
    onSettled: refresh,
  })
}

export function useResetPassword() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: (id: string) => api.post('/api/v1/users/{id}/password-resets', { path: { id } }),
    onSuccess: refresh,
  })
}

/** For whoever lost phone and recovery codes. */
export function useResetSecondFactor() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: (id: string) => api.post('/api/v1/users/{id}/second-factor-reset', { path: { id } }),
    onSettled: refresh,
  })
}
