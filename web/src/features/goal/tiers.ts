import type { Schema } from '@/lib/api-types'

interface Planned {
  base: string | null
  committed: string | null
  target: string | null
  stretch: string | null
}

/** What still makes sense beside the target: a revision may have moved it past a tier that was easier, or harder, than it. */
export function tiersInOrder(planned: Planned, isLowerBetter: boolean): Planned {
  const { target } = planned
  if (target === null) return planned
  const isHarder = (a: string, b: string) => (isLowerBetter ? Number(a) < Number(b) : Number(a) > Number(b))
  const below = (tier: string | null) => (tier !== null && isHarder(tier, target) ? null : tier)
  return { base: below(planned.base), committed: below(planned.committed), target, stretch: planned.stretch !== null && isHarder(target, planned.stretch) ? null : planned.stretch }
}

/** The highest tier reached, all below it being reached, too; nothing where only the target is planned or nothing was reached yet. */
export function tierReached(planned: Planned, actual: string | null, isLowerBetter: boolean): Schema<'TargetTier'> | undefined {
  if (actual === null || (planned.base ?? planned.committed ?? planned.stretch) === null) return undefined
  let reached: Schema<'TargetTier'> = 'below'
  for (const tier of ['base', 'committed', 'target', 'stretch'] as const) {
    const amount = planned[tier]
    if (amount === null) continue
    if (isLowerBetter ? Number(actual) > Number(amount) : Number(actual) < Number(amount)) break
    reached = tier
  }
  return reached
}
