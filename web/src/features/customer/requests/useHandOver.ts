import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { customersKey } from './keys'

/** Who hands a customer over may not see it afterwards: everything shown of customers is asked for again. */
export function useHandOver() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'HandoverForm'>; key: string }) => api.post('/api/v1/customers/handovers', { body: form, idempotencyKey: key }),
    onSettled: () => Promise.all([customersKey, ['customer']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
}
