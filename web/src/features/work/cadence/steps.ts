import type { Schema } from '@/lib/api-types'
import { hoursOf, minutesOf } from '../kinds/periods'

/** A cadence as the form holds it: periods in working hours. */
export interface CadenceValues {
  steps: { after_hours?: number; method?: Schema<'Method'>; hint?: string }[]
  minimum_hours: number
  maximum_hours?: number | null
  weekly_touches: number
  maximum_touches?: number | null
}

export function valuesOf(cadence: Schema<'Cadence'>): CadenceValues {
  return {
    steps: (cadence.steps ?? []).map((step) => ({ after_hours: hoursOf(step.after_minutes), method: step.method, hint: step.hint })),
    minimum_hours: hoursOf(cadence.minimum_gap_minutes),
    maximum_hours: cadence.maximum_gap_minutes == null ? null : hoursOf(cadence.maximum_gap_minutes),
    weekly_touches: cadence.weekly_touches,
    maximum_touches: cadence.maximum_touches,
  }
}

export function cadenceOf(values: CadenceValues): Schema<'Cadence'> {
  return {
    steps: values.steps.map((step) => ({ after_minutes: minutesOf(step.after_hours ?? 0), method: step.method ?? 'phone', hint: step.hint?.trim() ?? '' })),
    minimum_gap_minutes: minutesOf(values.minimum_hours),
    maximum_gap_minutes: values.maximum_hours == null ? null : minutesOf(values.maximum_hours),
    weekly_touches: values.weekly_touches,
    maximum_touches: values.maximum_touches ?? null,
  }
}
