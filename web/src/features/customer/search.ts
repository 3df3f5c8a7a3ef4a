import { api } from '@/lib/api'
import type { SearchHit } from '@/lib/feature'

/** By name, pinyin, number, and the name or phone of a contact. */
export async function search(typed: string, signal: AbortSignal): Promise<SearchHit[]> {
  const { items } = await api.get('/api/v1/customers', { query: { text: typed, limit: 5 }, signal })
  return items.map((customer) => ({
    id: customer.id,
    path: `/customers/${customer.id}`,
    title: customer.name,
    note: customer.number,
    detail: [customer.account_manager.name, customer.contact_name, customer.contact_phone].filter(Boolean).join(' · '),
  }))
}
