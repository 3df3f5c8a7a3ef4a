import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'

export function useDepartments() {
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => api.get('/api/v1/departments', { signal }),
    select: (page) => page.items.filter((department) => !department.closed),
    staleTime: 600_000,
  })
}
