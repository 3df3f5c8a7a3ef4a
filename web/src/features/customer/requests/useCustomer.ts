import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useChanges } from '@/lib/live'
import { customerKey } from './keys'

export type Customer = Schema<'CustomerView'>

/** One customer, fetched again when somebody changes it. */
export function useCustomer(id: string) {
  const queryClient = useQueryClient()
  useChanges('customer', (changed) => changed === id && void queryClient.invalidateQueries({ queryKey: customerKey(id) }))
  return useQuery({ queryKey: customerKey(id), queryFn: ({ signal }) => api.get('/api/v1/customers/{id}', { path: { id }, signal }) })
}
