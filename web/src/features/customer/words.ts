import type { Schema } from '@/lib/api-types'
import type { Tone } from '@/components/StateTag'

export const TIERS: Schema<'Tier'>[] = ['strategic', 'key', 'ordinary']
export const STATES: Schema<'CustomerState'>[] = ['prospect', 'active', 'at_risk', 'churned']
export const ROLES: Schema<'DecisionRole'>[] = ['decider', 'influencer', 'user', 'gatekeeper', 'unknown']
export const CHANNELS: Schema<'PreferredChannel'>[] = ['phone', 'wechat', 'email', 'visit']

export const toneOfState: Record<Schema<'CustomerState'>, Tone> = { prospect: 'waiting', active: 'active', at_risk: 'late', churned: 'neutral' }
