import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { departmentsKey } from '@/lib/queryKeys'
import { useCursorList } from '@/lib/useCursorList'

export type Employee = Schema<'EmployeeView'>
export type EmployeeForm = Schema<'EmployeeForm'>
export type EmployeePatch = Schema<'EmployeePatch'>

export const employeesKey = ['employees'] as const
const employeeKey = (id: string) => [...employeesKey, 'one', id] as const

export interface PeopleQuery {
  text?: string
  department_id?: string
  left?: boolean
}

export function usePeople(query: PeopleQuery) {
  return useCursorList([...employeesKey, 'page', query], ({ limit, after, signal }) => api.get('/api/v1/employees', { query: { ...query, limit, cursor: after }, signal }))
}

export function useEmployee(id: string | undefined) {
  return useQuery({ queryKey: employeeKey(id ?? ''), queryFn: ({ signal }) => api.get('/api/v1/employees/{id}', { path: { id: id ?? '' }, signal }), enabled: id !== undefined })
}

/** Departments count their people, and name their managers. */
function useRefreshPeople() {
  const queryClient = useQueryClient()
  return () => Promise.all([employeesKey, departmentsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

export function useAddEmployee() {
  const refresh = useRefreshPeople()
  return useMutation({
    mutationFn: ({ form, key }: { form: EmployeeForm; key: string }) => api.post('/api/v1/employees', { body: form, idempotencyKey: key }),
    onSuccess: refresh,
  })
}

export function useChangeEmployee() {
  const refresh = useRefreshPeople()
  return useMutation({
    mutationFn: ({ id, version, patch }: { id: string; version: number; patch: EmployeePatch }) => api.patch('/api/v1/employees/{id}', { path: { id }, body: patch, version }),
    onSettled: refresh,
  })
}

export function usePositions() {
  return useQuery({ queryKey: ['positions'], queryFn: ({ signal }) => api.get('/api/v1/positions', { signal }), select: (page) => page.items })
}

export function useAddPosition() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => api.post('/api/v1/positions', { body: { name } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['positions'] }),
  })
}
