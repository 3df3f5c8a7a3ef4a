import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { workItemKey } from '@/lib/queryKeys'

const SOON = 20_000

/** What became of the letters and messages mailed about an item; looked at again while one is on its way. */
export function usePosted(id: string, isNeeded: boolean) {
  return useQuery({
    queryKey: [...workItemKey(id), 'posted'],
    queryFn: ({ signal }) => api.get('/api/v1/commitments/{id}/posted', { path: { id }, signal }),
    select: (page) => page.items,
    enabled: isNeeded,
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.state === 'waiting' || each.state === 'sending') ? SOON : false),
  })
}
