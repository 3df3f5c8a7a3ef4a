import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from './api-types'

export interface PageRequest {
  limit: number
  after?: string
  signal: AbortSignal
}

export interface CursorList<T> {
  items: T[]
  total: number | undefined
  hasMore: boolean
  more: () => void
  isLoading: boolean
  isLoadingMore: boolean
  /** Rows of the previous filter are still shown while the new ones come. */
  isStale: boolean
  error: unknown
  reload: () => void
}

/** A list that grows page by page. `key` names filters and sorting too, so that changing them starts again. */
export function useCursorList<T>(key: QueryKey, load: (page: PageRequest) => Promise<Page<T>>, { limit = 50, enabled = true } = {}): CursorList<T> {
  const query = useInfiniteQuery({
    queryKey: [...key, { limit }],
    queryFn: ({ pageParam, signal }) => load({ limit, after: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  })
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  return {
    items,
    total: query.data?.pages[0]?.total ?? undefined,
    hasMore: query.hasNextPage,
    more: () => void (query.isFetchingNextPage || query.fetchNextPage()),
    isLoading: query.isPending && enabled,
    isLoadingMore: query.isFetchingNextPage,
    isStale: query.isPlaceholderData,
    error: query.error,
    reload: () => void query.refetch(),
  }
}
