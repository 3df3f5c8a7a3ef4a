import type { Schema } from '@/lib/api-types'

export type Answer = Schema<'Answer'>

/** The seven answers 七问, in the order in which people ask. */
export const ANSWERS: readonly Answer[] = ['why', 'who', 'when', 'what', 'how', 'standard', 'consequence']

/** Those that are texts of the brief; who, when and what stand on the item itself. */
export const WRITTEN = ['why', 'how', 'standard', 'consequence'] as const
export type Written = (typeof WRITTEN)[number]

export type SegmentState = 'answered' | 'missing' | 'open'

/** Of each answer: given, required and not given, or neither. */
export function segmentsOf({ answered, missing }: Pick<Schema<'BriefView'>, 'answered' | 'missing'>): { answer: Answer; state: SegmentState }[] {
  return ANSWERS.map((answer) => ({ answer, state: answered.includes(answer) ? 'answered' : missing.includes(answer) ? 'missing' : 'open' }))
}
