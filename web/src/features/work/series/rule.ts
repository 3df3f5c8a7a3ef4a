import type { Schema } from '@/lib/api-types'

export type Series = Schema<'SeriesView'>
export type Unit = Schema<'SeriesUnit'>
export type Shift = Schema<'SeriesShift'>

export const UNITS: readonly Unit[] = ['day', 'week', 'month']
export const SHIFTS: readonly Shift[] = ['later', 'earlier', 'keep']

/** "every_week" or "every_weeks" with a count: how a rule is read out. */
export function ruleKey({ every, unit }: Pick<Series, 'every' | 'unit'>): string {
  return every === 1 ? `every.${unit}` : `every.${unit}s`
}

/** What an item would be made of again. Times, number and state are each occurrence's own. */
export function templateOf(item: Schema<'WorkItemView'>): Schema<'NewWorkItemForm'> {
  const { requester, brief } = item
  return {
    kind: item.kind,
    title: item.title,
    description: item.description ?? undefined,
    requester: { employee_id: requester.employee_id, name: requester.name, phone: requester.phone, email: requester.email },
    location: item.location ?? undefined,
    owner_id: item.standing.owner.id,
    handler_id: item.standing.handler.id,
    department_id: item.department_id ?? undefined,
    importance: item.standing.importance,
    tags: item.tags,
    brief: { why: brief.why, how: brief.how, consequence: brief.consequence, standard: brief.standard },
    custom: item.custom,
    estimate_minutes: item.estimate_minutes ?? undefined,
  }
}
