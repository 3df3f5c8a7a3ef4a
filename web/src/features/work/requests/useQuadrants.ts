import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Page, Schema } from '@/lib/api-types'
import { refreshFollowed, workItemsKey } from '@/lib/queryKeys'
import { changeFor, type Quadrant } from '../quadrants/moves'

type Line = Schema<'WorkItemLine'>

const MOST = 200
const keyOf = (whose: Schema<'Whose'>) => [...workItemsKey, 'quadrants', whose] as const

/** Open items, the most pressing first. */
export function useQuadrants(whose: Schema<'Whose'>) {
  return useQuery({
    queryKey: keyOf(whose),
    queryFn: ({ signal }) => api.get('/api/v1/work-items', { query: { whose, sort: 'due', limit: MOST }, signal }),
  })
}

/** Moves an item at once, and back when the server refuses. */
export function useMoveToQuadrant(whose: Schema<'Whose'>) {
  const queryClient = useQueryClient()
  const key = keyOf(whose)
  return useMutation({
    mutationFn: ({ line, to }: { line: Line; to: Quadrant }) => api.patch('/api/v1/work-items/{id}', { path: { id: line.id }, body: changeFor(line, to), version: line.version }),
    onMutate: async ({ line, to }) => {
      await queryClient.cancelQueries({ queryKey: key })
      queryClient.setQueryData<Page<Line>>(key, (page) => page && { ...page, items: page.items.map((each) => (each.id === line.id ? { ...each, ...changeFor(line, to), quadrant: to } : each)) })
    },
    onSettled: (_item, _error, { line }) => refreshFollowed(queryClient, line.id),
  })
}
