import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export interface TouchPeriod {
  from: string
  until: string
  kind?: string
}

/** Won and given up by the number of the touch. */
export function useTouchReport(query: TouchPeriod) {
  return useQuery({
    queryKey: ['touch-report', query],
    queryFn: ({ signal }) => api.get('/api/v1/reports/touches', { query, signal }),
    placeholderData: keepPreviousData,
  })
}

export interface TouchCases extends TouchPeriod {
  touch_number: number
  end: Schema<'CaseEnd'>
}

/** The cases behind one of its figures. */
export function useTouchCases(query: TouchCases | undefined) {
  return useQuery({
    queryKey: ['touch-cases', query],
    queryFn: ({ signal }) => api.get('/api/v1/reports/touches/cases', { query: query!, signal }),
    select: (page) => page.items,
    enabled: query !== undefined,
  })
}
