import type { Schema } from '@/lib/api-types'
import type { Tone } from '@/components/StateTag'

/** In the order of the process. */
export const STATES: Schema<'CardState'>[] = ['draft', 'proposed', 'negotiating', 'committed', 'active', 'self_evaluated', 'evaluated', 'closed']

export const TONE: Record<Schema<'CardState'>, Tone> = {
  draft: 'neutral',
  proposed: 'waiting',
  negotiating: 'waiting',
  committed: 'active',
  active: 'active',
  self_evaluated: 'waiting',
  evaluated: 'done',
  closed: 'done',
}

export const CONFIDENCE_TONE: Record<Schema<'Confidence'>, Tone> = { on_track: 'done', at_risk: 'waiting', off_track: 'late' }
