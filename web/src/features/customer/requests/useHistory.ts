import { api } from '@/lib/api'
import { useCursorList } from '@/lib/useCursorList'
import { customerKey } from './keys'

/** Everything that happened to a customer, newest first. */
export function useHistory(id: string) {
  return useCursorList([...customerKey(id), 'timeline'], ({ limit, after, signal }) =>
    api.get('/api/v1/customers/{id}/timeline', { path: { id }, query: { limit, cursor: after === undefined ? undefined : Number(after) }, signal }),
  )
}
