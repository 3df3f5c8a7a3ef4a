import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useCursorList } from '@/lib/useCursorList'
import type { Channel } from '../words'

export type Delivery = Schema<'DeliveryView'>
export type DeliveryState = Schema<'DeliveryState'>

export interface DeliveriesQuery {
  state?: DeliveryState
  channel?: Channel
  recipient_id?: string
  from?: string
  until?: string
}

const deliveriesKey = ['deliveries'] as const

export function useDeliveries(query: DeliveriesQuery) {
  return useCursorList([...deliveriesKey, query], ({ limit, after, signal }) => api.get('/api/v1/deliveries', { query: { ...query, limit, cursor: after }, signal }))
}

export function useResend() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post('/api/v1/deliveries/{id}/resending', { path: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: deliveriesKey }),
  })
}
