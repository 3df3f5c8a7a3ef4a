import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useCursorList } from '@/lib/useCursorList'
import { goalCardsKey } from './keys'

export interface CardFilters {
  whose: Schema<'WhoseCards'>
  state?: Schema<'CardState'>
  period?: Schema<'CardPeriod'>
}

export function useGoalCards(filters: CardFilters) {
  return useCursorList([...goalCardsKey, filters], ({ limit, after, signal }) => api.get('/api/v1/goal-cards', { query: { ...filters, limit, after }, signal }))
}
