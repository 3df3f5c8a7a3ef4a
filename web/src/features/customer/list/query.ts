import type { paths } from '@/gen/api'
import type { Schema } from '@/lib/api-types'

export type CustomersQuery = NonNullable<paths['/api/v1/customers']['get']['parameters']['query']>

/** The filters as they stand in the address. */
export const FILTERS = ['tiers', 'states', 'account_manager_id', 'region', 'industry'] as const

const split = (words: string | undefined) => (words ? words.split(',') : undefined)

/** From the address to the server's words. The server refuses words it does not know; the list then says so. */
export function queryFrom(q: string, filters: Record<string, string>): CustomersQuery {
  return {
    text: q || undefined,
    tiers: split(filters.tiers) as Schema<'Tier'>[] | undefined,
    states: split(filters.states) as Schema<'CustomerState'>[] | undefined,
    account_manager_id: filters.account_manager_id,
    region: filters.region,
    industry: filters.industry,
  }
}
