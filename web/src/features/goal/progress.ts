import type { Schema } from '@/lib/api-types'

interface Measured {
  better: Schema<'BetterWhen'>
  target: string | null
  actual: string | null
  completion: string | null
}

/** Completion as it counts: never above the cap the organization set. */
export function counted(completion: string | null, cap: string | undefined): string | null {
  if (completion === null || cap === undefined) return completion
  return Number(completion) > Number(cap) ? cap : completion
}

/**
 * How much of the bar is filled, in percent. Where more is better, what is done; where less is better, what of the allowance is used
 * up: nothing used is an empty bar, not a full one.
 */
export function filled({ better, target, actual, completion }: Measured): number {
  const share = better === 'lower' && target !== null ? (Number(target) > 0 ? (Number(actual ?? 0) / Number(target)) * 100 : Number(actual ?? 0) > 0 ? 100 : 0) : Number(completion ?? 0)
  return Math.max(0, Math.min(100, share))
}

/** How much of the days from `from` to `to` have passed, today included, in percent: the place of the line on the bar. */
export function elapsed(from: string, to: string, today: string): number {
  const day = (date: string) => Date.parse(date) / 86_400_000
  const all = day(to) - day(from) + 1
  return Math.max(0, Math.min(100, Math.floor(((day(today) - day(from) + 1) * 100) / all)))
}
