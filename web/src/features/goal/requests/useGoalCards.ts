import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useCursorList } from '@/lib/useCursorList'
import { goalCardsKey } from './keys'

export interface CardFilters {
  whose: Schema<'WhoseCards'>
  state?: Schema<'CardState'>
  period?: Schema<'CardPeriod'>
  department_id?: string
  /** Whose period has this day. */
  on?: string
  text?: string
}

export function useGoalCards(filters: CardFilters) {
  return useCursorList([...goalCardsKey, filters], ({ limit, after, signal }) => api.get('/api/v1/goal-cards', { query: { ...filters, limit, cursor: after }, signal }))
}
