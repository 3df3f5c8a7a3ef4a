import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useChanges } from '@/lib/live'
import { useSession } from '@/lib/session'
import { useCursorList } from '@/lib/useCursorList'

export type Notice = Schema<'NoticeView'>

const noticesKey = ['notices'] as const
const unreadKey = [...noticesKey, 'unread'] as const

function useRefreshNotices() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: noticesKey })
}

/** How many are unread, as they come. Also refreshes every list of notices that is shown. */
export function useUnread(): number {
  const { user } = useSession()
  const refresh = useRefreshNotices()
  useChanges('notice', (id) => id === user.employee_id && void refresh())
  const { data } = useQuery({ queryKey: unreadKey, queryFn: ({ signal }) => api.get('/api/v1/notices/unread', { signal }) })
  return data?.count ?? 0
}

export function useNotices(query: { unread?: boolean }) {
  return useCursorList([...noticesKey, 'page', query], ({ limit, after, signal }) => api.get('/api/v1/notices', { query: { ...query, limit, cursor: after }, signal }), { limit: 30 })
}

/** The newest few, for a look from anywhere. */
export function useLatestNotices(limit: number) {
  return useQuery({ queryKey: [...noticesKey, 'latest', limit], queryFn: ({ signal }) => api.get('/api/v1/notices', { query: { limit }, signal }), select: (page) => page.items })
}

export function useMarkRead() {
  const refresh = useRefreshNotices()
  return useMutation({
    mutationFn: (id: string) => api.post('/api/v1/notices/{id}/reading', { path: { id } }),
    onSettled: refresh,
  })
}

/** All that came until now; what comes while the answer is on its way stays unread. */
export function useMarkAllRead() {
  const refresh = useRefreshNotices()
  return useMutation({
    mutationFn: (until: string) => api.post('/api/v1/notices/readings', { body: { until } }),
    onSettled: refresh,
  })
}
