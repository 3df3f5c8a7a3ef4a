import type { Schema } from '@/lib/api-types'

export type Standing = Schema<'Standing'>

export interface QueueProps {
  standings: Standing[]
  label: string
  /** Those of the same group stand under its heading. */
  groupOf?: (standing: Standing) => string
}

export function startsGroup(standings: Standing[], index: number, groupOf: QueueProps['groupOf']): boolean {
  const before = standings[index - 1]
  return groupOf !== undefined && (!before || groupOf(before) !== groupOf(standings[index]!))
}
