import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

interface Period {
  from: string
  until: string
}

export function useBriefReport(query: Period & { by: Schema<'BriefGroup'> }) {
  return useQuery({
    queryKey: ['brief-report', query],
    queryFn: ({ signal }) => api.get('/api/v1/briefs/report', { query, signal }),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  })
}

export function useFlowReport(query: Period & { by: Schema<'FlowGroup'> }) {
  return useQuery({
    queryKey: ['flow-report', query],
    queryFn: ({ signal }) => api.get('/api/v1/flow', { query, signal }),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  })
}

export function useRatingReport(query: Period & { by: Schema<'RatingGroup'> }) {
  return useQuery({
    queryKey: ['rating-report', query],
    queryFn: ({ signal }) => api.get('/api/v1/ratings/report', { query, signal }),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  })
}
