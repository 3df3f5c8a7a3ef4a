import type { Schema } from '@/lib/api-types'
import type { Tone } from '@/components/StateTag'

export type Channel = Schema<'Channel'>
export type Kind = Schema<'Kind'>

export const kinds: Kind[] = ['reminder', 'escalation', 'handoff', 'attention', 'mention', 'comment', 'change', 'closure', 'digest']

/** Channels that post to a group or a program rather than to a person. */
export const hasNoAddressee = (channel: Channel) => channel !== 'email' && channel !== 'sms' && channel !== 'push'

/** What a kind means for who reads it. */
export const toneOfKind: Record<Kind, Tone> = {
  reminder: 'waiting',
  escalation: 'late',
  handoff: 'active',
  attention: 'active',
  mention: 'neutral',
  comment: 'neutral',
  change: 'neutral',
  closure: 'done',
  digest: 'neutral',
}

export const toneOfState: Record<Schema<'DeliveryState'>, Tone> = {
  waiting: 'waiting',
  sending: 'active',
  delivered: 'done',
  refused: 'late',
  dead: 'late',
  dropped: 'neutral',
  merged: 'neutral',
}
