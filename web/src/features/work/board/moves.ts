import type { Schema } from '@/lib/api-types'
import { ACTS, type Act } from '../item/acts'

export type State = Schema<'State'>

/** From left to right; what is cancelled has left the board. */
export const COLUMNS: readonly State[] = ['draft', 'assigned', 'accepted', 'in_progress', 'submitted', 'returned', 'on_hold', 'done']

/** Answering a handoff is no step of the item itself. */
export type Step = Act | 'accept_handoff'

const STEPS: Partial<Record<State, Partial<Record<State, Step>>>> = {
  draft: { assigned: ACTS.assign },
  assigned: { accepted: 'accept_handoff', on_hold: ACTS.hold },
  accepted: { in_progress: ACTS.start, submitted: ACTS.submit, on_hold: ACTS.hold, done: ACTS.close },
  in_progress: { submitted: ACTS.submit, on_hold: ACTS.hold, done: ACTS.close },
  submitted: { returned: ACTS.return, done: ACTS.close },
  returned: { in_progress: ACTS.start, on_hold: ACTS.hold },
  on_hold: { in_progress: ACTS.resume },
  done: { in_progress: ACTS.reopen },
}

/** What leads from one column to another; nothing where no step does. Who may take it the server decides. */
export function stepBetween(from: State, to: State): Step | undefined {
  return STEPS[from]?.[to]
}

/** The columns a card can go to. */
export function neighboursOf(state: State): State[] {
  return COLUMNS.filter((to) => stepBetween(state, to) !== undefined)
}
