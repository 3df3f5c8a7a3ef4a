import type { Schema } from '@/lib/api-types'
import type { paths } from '@/gen/api'

export type ListQuery = NonNullable<paths['/api/v1/work-items']['get']['parameters']['query']>

/** The filters as they stand in the address. */
export const FILTERS = ['whose', 'states', 'kinds', 'owner_id', 'handler_id', 'department_id', 'importance', 'overdue', 'due_from', 'due_to', 'punctuality', 'original_due_from', 'original_due_to', 'department_only', 'tag', 'series_id', 'order'] as const

/** "closed" beside the states' own words: done and cancelled too. */
export const EVERY_STATE = 'all'

/** The filters but for those that the arrangement of the page decides. */
export function without(filters: Record<string, string>, ...names: (typeof FILTERS)[number][]): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !(names as string[]).includes(name)))
}

const split = (words: string | undefined) => (words ? words.split(',') : undefined)

/** From the address to the server's words. The server refuses words it does not know; the list then says so. */
export function queryFrom(q: string, filters: Record<string, string>): ListQuery {
  const states = split(filters.states)
  const isEvery = states?.includes(EVERY_STATE)
  return {
    text: q || undefined,
    whose: (filters.whose as Schema<'Whose'> | undefined) ?? 'all',
    states: isEvery ? undefined : (states as Schema<'State'>[] | undefined),
    closed: isEvery ? true : undefined,
    kinds: split(filters.kinds),
    owner_id: filters.owner_id,
    handler_id: filters.handler_id,
    department_id: filters.department_id,
    importance: filters.importance ? Number(filters.importance) : undefined,
    overdue: filters.overdue ? true : undefined,
    due_from: filters.due_from,
    due_to: filters.due_to,
    punctuality: filters.punctuality as Schema<'DueOutcome'> | undefined,
    original_due_from: filters.original_due_from,
    original_due_to: filters.original_due_to,
    department_only: filters.department_only ? true : undefined,
    tag: filters.tag,
    series_id: filters.series_id,
    sort: filters.order as Schema<'Order'> | undefined,
  }
}
