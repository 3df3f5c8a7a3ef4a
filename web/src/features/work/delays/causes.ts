import type { Schema } from '@/lib/api-types'

/** In the order people choose from. */
export const CAUSES: readonly Schema<'DelayCause'>[] = ['people', 'equipment', 'material', 'upstream', 'external', 'plan_wrong', 'forgot']

export const MOST_WHYS = 5

/** What is sent: no empty line. */
export function saidWhys(whys: string[] | undefined): string[] {
  return (whys ?? []).map((why) => why.trim()).filter(Boolean)
}
