import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { refreshCustomer } from './keys'

export type Contact = Schema<'ContactView'>

export function useAddContact(customerId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'NewContactForm'>; key: string }) => api.post('/api/v1/customers/{id}/contacts', { path: { id: customerId }, body: form, idempotencyKey: key }),
    onSettled: () => refreshCustomer(queryClient, customerId),
  })
}

export function useChangeContact(customerId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ contact, patch }: { contact: Contact; patch: Schema<'ContactPatch'> }) =>
      api.patch('/api/v1/customers/{id}/contacts/{contact_id}', { path: { id: customerId, contact_id: contact.id }, body: patch, version: contact.version }),
    onSettled: () => refreshCustomer(queryClient, customerId),
  })
}

export function useRemoveContact(customerId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (contact: Contact) => api.delete('/api/v1/customers/{id}/contacts/{contact_id}', { path: { id: customerId, contact_id: contact.id }, version: contact.version }),
    onSettled: () => refreshCustomer(queryClient, customerId),
  })
}
