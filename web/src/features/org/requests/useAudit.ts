import { useMutation } from '@tanstack/react-query'
import { api, urlOf } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { download } from '@/lib/download'
import { useCursorList } from '@/lib/useCursorList'

export type AuditEntry = Schema<'AuditView'>

export interface AuditQuery {
  actor_id?: string
  subject_type?: string
  event?: string
  from?: string
  until?: string
}

/** Everybody's history, newest first. */
export function useAudit(query: AuditQuery) {
  return useCursorList(['audit', query], ({ limit, after: before, signal }) => api.get('/api/v1/timeline', { query: { ...query, limit, cursor: before }, signal }))
}

/** Recomputes every chain; on a large history that takes a while. */
export function useVerification() {
  return useMutation({ mutationFn: () => api.get('/api/v1/audit/verification') })
}

export const downloadAudit = (query: AuditQuery) => download(urlOf('/api/v1/audit/export', { query: { ...query } }), 'audit.csv')
