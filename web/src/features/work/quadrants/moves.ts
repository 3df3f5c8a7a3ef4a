import type { Schema } from '@/lib/api-types'

export type Quadrant = Schema<'Quadrant'>

export const QUADRANTS: readonly Quadrant[] = ['A', 'B', 'C', 'D']

type Placed = Pick<Schema<'WorkItemLine'>, 'importance' | 'urgency'>

const isHigh = (level: number) => level <= 2

/** What has to change for an item to stand in a quadrant: nothing that fits already. */
export function changeFor({ importance, urgency }: Placed, to: Quadrant): { importance?: number; urgency?: number } {
  const mustMatter = to === 'A' || to === 'B'
  const mustPress = to === 'A' || to === 'C'
  return {
    ...(isHigh(importance) !== mustMatter && { importance: mustMatter ? 2 : 3 }),
    ...(isHigh(urgency) !== mustPress && { urgency: mustPress ? 2 : 3 }),
  }
}

export function byQuadrant<Line extends Pick<Schema<'WorkItemLine'>, 'quadrant'>>(lines: Line[]): Record<Quadrant, Line[]> {
  const sorted: Record<Quadrant, Line[]> = { A: [], B: [], C: [], D: [] }
  for (const line of lines) sorted[line.quadrant].push(line)
  return sorted
}
