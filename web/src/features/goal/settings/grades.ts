import type { Schema } from '@/lib/api-types'

/** Grades in the order the server takes them, wherever one was added. */
export function fromTheHighest(grades: Schema<'GradeBand'>[]): Schema<'GradeBand'>[] {
  return [...grades].sort((one, other) => Number(other.from) - Number(one.from))
}
