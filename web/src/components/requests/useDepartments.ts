import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { departmentsKey } from '@/lib/queryKeys'

export type Department = Schema<'DepartmentView'>

function openOnes(departments: Department[]): Department[] {
  return departments.filter((department) => !department.closed)
}

function useSelected(select: (departments: Department[]) => Department[]) {
  return useQuery({
    queryKey: departmentsKey,
    queryFn: ({ signal }) => api.get('/api/v1/departments', { signal }),
    select: (page) => select(page.items),
    staleTime: 600_000,
  })
}

const all = (departments: Department[]) => departments

/** All departments, the closed ones too. */
export function useDepartments() {
  return useSelected(all)
}

/** Those something new may be put into. */
export function useOpenDepartments() {
  return useSelected(openOnes)
}
