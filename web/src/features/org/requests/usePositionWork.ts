import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { employeesKey } from './usePeople'

export type Position = Schema<'PositionView'>

/** Lists of people name their positions. */
function useRefreshPositions() {
  const queryClient = useQueryClient()
  return () => Promise.all([['positions'], employeesKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

export function useRenamePosition() {
  const refresh = useRefreshPositions()
  return useMutation({
    mutationFn: ({ position, name }: { position: Position; name: string }) => api.patch('/api/v1/positions/{id}', { path: { id: position.id }, body: { name }, version: position.version }),
    onSettled: refresh,
  })
}

export function useMergePosition() {
  const refresh = useRefreshPositions()
  return useMutation({
    mutationFn: ({ position, into, key }: { position: Position; into: string; key: string }) =>
      api.post('/api/v1/positions/{id}/merge', { path: { id: position.id }, body: { into_id: into }, idempotencyKey: key }),
    onSettled: refresh,
  })
}

export function useRemovePosition() {
  const refresh = useRefreshPositions()
  return useMutation({
    mutationFn: (position: Position) => api.delete('/api/v1/positions/{id}', { path: { id: position.id }, version: position.version }),
    onSettled: refresh,
  })
}
