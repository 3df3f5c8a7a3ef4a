import type { Ladder, Rung, Standpoint } from '../requests/usePolicies'

/** Before or after the appointed time: what a person says instead of a sign. */
export type Side = 'before' | 'after'

export interface RungValues {
  side: Side
  days: number
  minutes: number
  who: Standpoint[]
}
export interface LadderValues {
  rungs: RungValues[]
  further_every_days?: number
}

/** The side of a rung is that of its days, or of its minutes when it has no days. */
export function valuesOfRung({ after_days, after_minutes, who = [] }: Rung): RungValues {
  const isBefore = (after_days || after_minutes) < 0
  const sign = isBefore ? -1 : 1
  // Adding 0 makes -0 a 0.
  return { side: isBefore ? 'before' : 'after', days: sign * after_days + 0, minutes: sign * after_minutes + 0, who }
}

export function rungOf({ side, days, minutes, who }: RungValues): Rung {
  const sign = side === 'before' ? -1 : 1
  return { after_days: sign * (days ?? 0) + 0, after_minutes: sign * (minutes ?? 0) + 0, who }
}

export function valuesOf({ rungs = [], further_every_days }: Ladder): LadderValues {
  return { rungs: rungs.map(valuesOfRung), further_every_days: further_every_days ?? undefined }
}

export function ladderOf({ rungs, further_every_days }: LadderValues): Ladder {
  return { rungs: rungs.map(rungOf), further_every_days: further_every_days ?? null }
}
