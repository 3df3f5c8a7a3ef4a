import type { Schema } from '@/lib/api-types'

/** What is said of each point so far, in the order of the standard. */
export interface Judged {
  verdict?: 'passed' | 'failed'
  note?: string
}

/** What the whole comes to: not until every point is judged is anything accepted. */
export function outcomeOf(judged: Judged[]): 'unfinished' | 'accepted' | 'returned' {
  if (judged.some((each) => each.verdict === 'failed')) return 'returned'
  return judged.every((each) => each.verdict === 'passed') ? 'accepted' : 'unfinished'
}

export function formsOf(judged: Judged[]): Schema<'JudgementForm'>[] {
  return judged.flatMap(({ verdict, note }, index) => (verdict ? [{ point: index + 1, passed: verdict === 'passed', note: note?.trim() || undefined }] : []))
}

/** The points that failed, by number. */
export function failedPoints(judged: Judged[]): number[] {
  return judged.flatMap(({ verdict }, index) => (verdict === 'failed' ? [index + 1] : []))
}
