import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useCursorList } from '@/lib/useCursorList'

export type Role = Schema<'RoleView'>
export type RoleForm = Schema<'RoleForm'>
/** Without a reach it is given for the whole organization or not at all. */
export type Permission = Schema<'PermissionView'>

const rolesKey = ['roles'] as const

export function useAllRoles() {
  return useQuery({ queryKey: rolesKey, queryFn: ({ signal }) => api.get('/api/v1/roles', { signal }) })
}

/** Everything that may be allowed, by name. */
export function usePermissions() {
  return useQuery({ queryKey: ['permissions'], queryFn: ({ signal }) => api.get('/api/v1/permissions', { signal }), staleTime: 600_000 })
}

/** Who has the role. */
export function useHolders(role: string) {
  return useCursorList(['users', 'of-role', role], ({ limit, after, signal }) => api.get('/api/v1/users', { query: { role, limit, cursor: after }, signal }))
}

export function useSaveRole() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ role, form, key }: { role?: Role; form: RoleForm; key: string }) =>
      role
        ? api.patch('/api/v1/roles/{id}', { path: { id: role.id }, body: { name: form.name, grants: form.grants }, version: role.version })
        : api.post('/api/v1/roles', { body: form, idempotencyKey: key }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: rolesKey }),
  })
}
