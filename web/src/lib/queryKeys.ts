import type { QueryClient } from '@tanstack/react-query'

// Names of what is cached, where more than one feature shows it.
export const queueKey = ['queue'] as const
export const countsKey = ['queue-counts'] as const
export const handoffsKey = ['handoffs-waiting'] as const
export const awaitedKey = ['waiting-for-me'] as const
export const departmentsKey = ['departments'] as const
export const workItemsKey = ['work-items'] as const
export const workItemKey = (id: string) => ['work-item', id] as const
export const proposalKey = (id: string) => ['proposal', id] as const

/** One followed thing changed: its page, the lists it may stand in, and the queue with its numbers. */
export async function refreshFollowed(queryClient: QueryClient, id: string): Promise<void> {
  const keys = [workItemKey(id), proposalKey(id), workItemsKey, queueKey, countsKey, handoffsKey, awaitedKey]
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
