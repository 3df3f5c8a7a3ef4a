import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { departmentsKey } from '@/lib/queryKeys'

export type DepartmentForm = Schema<'DepartmentForm'>
export type DepartmentPatch = Schema<'DepartmentPatch'>

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
