import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'

/** Colleagues found by what was typed; nobody is looked for before anything is asked. */
export function useColleagues(typed: string | undefined) {
  return useQuery({
    queryKey: ['employees', 'select', typed ?? ''],
    queryFn: ({ signal }) => api.get('/api/v1/employees', { query: { text: typed || undefined, limit: 20 }, signal }),
    enabled: typed !== undefined,
    select: (answer) => answer.items,
    placeholderData: keepPreviousData,
  })
}
