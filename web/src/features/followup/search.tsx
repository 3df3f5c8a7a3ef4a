import { StandingText } from '@/components/followup/StandingText'
import { api } from '@/lib/api'
import type { SearchHit } from '@/lib/feature'
import { subjectPath } from '@/lib/subjects'

/** "Where does it stand, and who knows?" by number, phone, title or person. */
export async function search(typed: string, signal: AbortSignal): Promise<SearchHit[]> {
  const { items } = await api.get('/api/v1/search', { query: { text: typed, limit: 8 }, signal })
  return items.map((standing) => ({
    id: standing.id,
    path: subjectPath(standing.subject_type, standing.id),
    title: standing.title,
    note: standing.number,
    detail: <StandingText standing={standing} />,
  }))
}
