import { useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api'
import { refreshFollowed } from '@/lib/queryKeys'
import type { Act } from '../item/acts'

/** Takes one step of an item; each step is a sub-resource of its own. */
export function useTransition(itemId: string) {
  const queryClient = useQueryClient()
  return async (act: Act, body: object | undefined, key: string): Promise<void> => {
    try {
      await request(act.method, `/api/v1/work-items/${itemId}/${act.resource}`, { body, idempotencyKey: key })
    } finally {
      await refreshFollowed(queryClient, itemId)
    }
  }
}
