import type { Noun, QuickAdd, Section } from '@/lib/feature'
import { may } from '@/lib/session'
import type { Session } from '@/lib/api-types'
import { features } from './features'

const nouns = features.flatMap((feature) => feature.nouns ?? []).sort((a, b) => a.order - b.order)
const quickAdds = features.flatMap((feature) => feature.quickAdds ?? [])

const inOrder = (sections: Section[]) => sections.sort((a, b) => a.order - b.order)

/** Roofs over pages of several features. */
export const roofs = {
  settings: inOrder(features.flatMap((feature) => feature.settings ?? [])),
  administration: inOrder(features.flatMap((feature) => feature.administration ?? [])),
}
export type Roof = keyof typeof roofs

export function nounsFor(session: Session): Noun[] {
  return nouns.filter((noun) => !noun.permission || may(session, noun.permission))
}
export function quickAddsFor(session: Session): QuickAdd[] {
  return quickAdds.filter((each) => !each.permission || may(session, each.permission))
}
