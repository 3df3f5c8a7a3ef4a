import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemsKey } from '@/lib/queryKeys'
import type { ListQuery } from '../list/query'

const MOST = 200

function useMarks(key: string, query: ListQuery, enabled: boolean) {
  return useQuery({
    queryKey: [...workItemsKey, 'calendar', key, query],
    queryFn: ({ signal }) => api.get('/api/v1/work-items', { query: { ...query, limit: MOST }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  })
}

interface Span {
  from: string
  to: string
}

/** What is due and what is to be followed up within some days. */
export function useCalendar(query: ListQuery, { from, to }: Span, shows: { due: boolean; next: boolean }) {
  const due = useMarks('due', { ...query, due_from: from, due_to: to, sort: 'due' }, shows.due)
  const next = useMarks('next', { ...query, due_from: undefined, due_to: undefined, next_from: from, next_to: to, sort: 'next_follow_up' }, shows.next)
  return {
    due: (shows.due && due.data?.items) || [],
    next: (shows.next && next.data?.items) || [],
    isLimited: Boolean((shows.due && due.data?.next) || (shows.next && next.data?.next)),
    error: due.error ?? next.error,
    isStale: due.isPlaceholderData || next.isPlaceholderData,
    refetch: () => void Promise.all([due.refetch(), next.refetch()]),
  }
}
