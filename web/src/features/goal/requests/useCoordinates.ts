import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'

/** The products a sheet may be about. */
export function useOpenProducts() {
  return useQuery({
    queryKey: ['products'],
    queryFn: ({ signal }) => api.get('/api/v1/products', { signal }),
    select: (page) => page.items.filter((product) => !product.closed_at),
    staleTime: 60_000,
  })
}

/** Customers by what was typed: name, number or pinyin. */
export function useFoundCustomers(text: string, enabled: boolean) {
  return useQuery({
    queryKey: ['customers', 'select', text],
    queryFn: ({ signal }) => api.get('/api/v1/customers', { query: { text: text || undefined, limit: 50 }, signal }),
    enabled,
    placeholderData: keepPreviousData,
  })
}
