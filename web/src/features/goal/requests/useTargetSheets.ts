import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useCursorList } from '@/lib/useCursorList'
import { targetSheetsKey } from './keys'

export interface SheetsShown {
  q?: string
  year?: number
  preset?: Schema<'TargetPreset'>
  closed?: boolean
}

export function useTargetSheets(shown: SheetsShown) {
  return useCursorList([...targetSheetsKey, shown], ({ limit, after, signal }) => api.get('/api/v1/target-sheets', { query: { ...shown, limit, cursor: after }, signal }))
}
