import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { employeesKey } from './usePeople'

export type Holding = Schema<'HoldingView'>

/** What somebody has in hand that others would have to take over; asked anew each time, for it changes by the hour. */
export function useHoldings(id: string) {
  return useQuery({ queryKey: [...employeesKey, 'holdings', id], queryFn: ({ signal }) => api.get('/api/v1/employees/{id}/holdings', { path: { id }, signal }), staleTime: 0, gcTime: 0 })
}
