import type { Schema } from '@/lib/api-types'

type State = Schema<'State'>
export type Asked = 'reason' | 'note' | 'result' | 'resume_at' | 'handler_id' | 'assign_note'

/** A step of an item as the person sees it, and where it is sent. */
export interface Act {
  key: 'assign' | 'start' | 'submit' | 'close' | 'return' | 'hold' | 'resume' | 'cancel' | 'reopen'
  method: 'post' | 'delete'
  resource: string
  /** What has to be said; a note may stay empty. */
  asks: Asked[]
  /** The ordinary way forward, against what is done by exception. */
  isForward: boolean
  isDangerous?: boolean
}

export const ACTS: Record<Act['key'], Act> = {
  assign: { key: 'assign', method: 'post', resource: 'assignment', asks: ['handler_id', 'assign_note'], isForward: true },
  start: { key: 'start', method: 'post', resource: 'start', asks: [], isForward: true },
  submit: { key: 'submit', method: 'post', resource: 'submission', asks: ['result'], isForward: true },
  close: { key: 'close', method: 'post', resource: 'closure', asks: ['note'], isForward: true },
  return: { key: 'return', method: 'post', resource: 'return', asks: ['reason'], isForward: true },
  hold: { key: 'hold', method: 'post', resource: 'hold', asks: ['reason', 'resume_at'], isForward: false },
  resume: { key: 'resume', method: 'delete', resource: 'hold', asks: [], isForward: true },
  cancel: { key: 'cancel', method: 'post', resource: 'cancellation', asks: ['reason'], isForward: false, isDangerous: true },
  reopen: { key: 'reopen', method: 'post', resource: 'reopening', asks: ['reason'], isForward: false },
}

const TO: Partial<Record<State, Act['key']>> = { assigned: 'assign', submitted: 'submit', done: 'close', returned: 'return', on_hold: 'hold', cancelled: 'cancel' }

function intoProgress(from: State): Act['key'] {
  if (from === 'on_hold') return 'resume'
  return from === 'done' || from === 'cancelled' ? 'reopen' : 'start'
}

/** The steps that lead to the legal next states. Accepting is not among them: that answers a handoff. */
export function actsOf(state: State, next: State[]): Act[] {
  return next.flatMap((to) => {
    const key = to === 'in_progress' ? intoProgress(state) : TO[to]
    return key ? [ACTS[key]] : []
  })
}
