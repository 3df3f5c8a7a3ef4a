import type { QueryClient } from '@tanstack/react-query'

export const customersKey = ['customers'] as const
export const customerKey = (id: string) => ['customer', id] as const
export const productsKey = ['products'] as const

/** One customer changed: its page with its history, and the lists it may stand in. */
export async function refreshCustomer(queryClient: QueryClient, id: string): Promise<void> {
  await Promise.all([customersKey, customerKey(id)].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
