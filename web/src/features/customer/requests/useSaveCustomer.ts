import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { customersKey, refreshCustomer } from './keys'

export function useAddCustomer() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'NewCustomerForm'>; key: string }) => api.post('/api/v1/customers', { body: form, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: customersKey }),
  })
}

/** Changes a customer based on the version the person looked at. */
export function useChangeCustomer() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ customer, patch }: { customer: Pick<Schema<'CustomerView'>, 'id' | 'version'>; patch: Schema<'CustomerPatch'> }) =>
      api.patch('/api/v1/customers/{id}', { path: { id: customer.id }, body: patch, version: customer.version }),
    onSettled: (_answer, _error, { customer }) => refreshCustomer(queryClient, customer.id),
  })
}
