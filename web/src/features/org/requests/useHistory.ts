import { api } from '@/lib/api'
import { useCursorList } from '@/lib/useCursorList'
import { departmentsKey } from '@/lib/queryKeys'
import { employeesKey } from './usePeople'

/** Everything that was changed about a person or a department, newest first, in the reader's words. */
export function useHistory(of: 'employee' | 'department', id: string) {
  return useCursorList([...(of === 'employee' ? employeesKey : departmentsKey), 'timeline', id], ({ limit, after: before, signal }) =>
    of === 'employee'
      ? api.get('/api/v1/employees/{id}/timeline', { path: { id }, query: { limit, cursor: before }, signal })
      : api.get('/api/v1/departments/{id}/timeline', { path: { id }, query: { limit, cursor: before }, signal }),
  )
}
