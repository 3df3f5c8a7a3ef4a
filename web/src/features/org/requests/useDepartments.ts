import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export type Department = Schema<'DepartmentView'>
export type DepartmentForm = Schema<'DepartmentForm'>
export type DepartmentPatch = Schema<'DepartmentPatch'>

const departmentsKey = ['departments'] as const

/** All of them, the closed ones too. */
export function useDepartments() {
  return useQuery({
    queryKey: departmentsKey,
    queryFn: ({ signal }) => api.get('/api/v1/departments', { signal }),
    select: (page) => page.items,
    staleTime: 600_000,
  })
}

/** Lists of people name departments. */
function useRefreshDepartments() {
  const queryClient = useQueryClient()
  return () => Promise.all([departmentsKey, ['employees']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

export function useAddDepartment() {
  const refresh = useRefreshDepartments()
  return useMutation({
    mutationFn: ({ form, key }: { form: DepartmentForm; key: string }) => api.post('/api/v1/departments', { body: form, idempotencyKey: key }),
    onSuccess: refresh,
  })
}

export function useChangeDepartment() {
  const refresh = useRefreshDepartments()
  return useMutation({
    mutationFn: ({ id, version, patch }: { id: string; version: number; patch: DepartmentPatch }) => api.patch('/api/v1/departments/{id}', { path: { id }, body: patch, version }),
    onSettled: refresh,
  })
}
