import type { Schema } from '@/lib/api-types'
import type { Holding } from '../requests/useHoldings'

export interface Values {
  leave_date: string
  on_last_day?: boolean
  successor_id?: string
  /** Only what differs from the successor of the rest. */
  successions?: Record<string, { successor_id?: string; ends?: boolean }>
  note?: string
}

/** What goes on the wire; handing over on the last day makes sense only while that is to come. */
export function formOf(values: Values, holdings: Holding[], today: string): Schema<'LeavingForm'> {
  const chosen = values.successions ?? {}
  const successions = holdings
    .map(({ holding }) => ({ holding, successor_id: chosen[holding]?.successor_id ?? null, ends: chosen[holding]?.ends ?? false }))
    .filter(({ successor_id, ends }) => successor_id !== null || ends)
    .map((each) => (each.ends ? { ...each, successor_id: null } : each))
  return {
    leave_date: values.leave_date,
    successor_id: values.successor_id ?? null,
    successions,
    on_last_day: values.leave_date > today && values.on_last_day === true,
    note: values.note?.trim() || null,
  }
}
