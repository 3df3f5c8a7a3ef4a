import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

interface Period {
  from: string
  until: string
}

export function useDelayCharts(query: Period & { by: Schema<'DelayGroup'> }) {
  return useQuery({
    queryKey: ['delay-report', query],
    queryFn: ({ signal }) => api.get('/api/v1/reports/delays', { query, signal }),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  })
}

export function usePunctuality(query: Period) {
  return useQuery({
    queryKey: ['punctuality', query],
    queryFn: ({ signal }) => api.get('/api/v1/reports/on-time', { query, signal }),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  })
}
