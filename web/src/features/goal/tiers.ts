import type { Schema } from '@/lib/api-types'

interface Planned {
  base: string | null
  committed: string | null
  target: string | null
  stretch: string | null
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
