import { useQueries, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { workItemKey, workItemsKey } from '@/lib/queryKeys'
import { useSession } from '@/lib/session'
import { mayAnswerProposal, mayAnswerQuestion } from '../handoff/exchanges'

export interface WaitingAnswer {
  what: 'result' | 'question' | 'date'
  /** The work item's. */
  id: string
  title: string
  /** Who waits. */
  name: string
  text?: string
}

type Line = Schema<'WorkItemLine'>
const MOST_ITEMS = 20

function useOwned(state: Schema<'State'>): Line[] {
  const { data } = useQuery({
    queryKey: [...workItemsKey, 'owned', state],
    queryFn: ({ signal }) => api.get('/api/v1/work-items', { query: { whose: 'owned', states: [state], limit: MOST_ITEMS, order: 'newest' }, signal }),
  })
  return data?.items ?? []
}

/** What others want to know from me before they begin, and the results I have to judge. */
export function useWaitingAnswers(): WaitingAnswer[] {
  const { user } = useSession()
  const me = user.employee_id ?? null
  const submitted = useOwned('submitted')
  const offered = useOwned('assigned')
  const items = useQueries({
    queries: offered.map(({ id }) => ({ queryKey: workItemKey(id), queryFn: ({ signal }: { signal: AbortSignal }) => api.get('/api/v1/work-items/{id}', { path: { id }, signal }) })),
    combine: (queries) => queries.flatMap(({ data }) => data ?? []),
  })
  return [
    ...submitted.map((line): WaitingAnswer => ({ what: 'result', id: line.id, title: line.title, name: line.handler.name, text: line.last_finding ?? undefined })),
    ...items.flatMap((item): WaitingAnswer[] => [
      ...item.questions.filter((question) => mayAnswerQuestion(item, question, me)).map((question) => ({ what: 'question' as const, id: item.id, title: item.title, name: question.asked_by_name, text: question.question })),
      ...item.date_proposals.filter((proposal) => mayAnswerProposal(item, proposal, me, false)).map((proposal) => ({ what: 'date' as const, id: item.id, title: item.title, name: proposal.by_name, text: proposal.reason })),
    ]),
  ]
}
