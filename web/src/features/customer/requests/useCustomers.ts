import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { useCursorList } from '@/lib/useCursorList'
import type { CustomersQuery } from '../list/query'
import { customersKey } from './keys'

export function useCustomers(query: CustomersQuery) {
  return useCursorList([...customersKey, query], ({ limit, after, signal }) => api.get('/api/v1/customers', { query: { ...query, limit, cursor: after }, signal }))
}

/** The regions and industries in use. */
export function useWordsInUse() {
  return useQuery({ queryKey: [...customersKey, 'words'], queryFn: ({ signal }) => api.get('/api/v1/customers/words', { signal }), staleTime: 60_000 })
}
