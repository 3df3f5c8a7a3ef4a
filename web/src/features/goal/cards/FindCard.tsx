import { Navigate, useParams, useSearchParams } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { useGoalItemPlace } from '../requests/useGoalItemPlace'

/** A goal stands on its card: notices and the queue name the goal alone. From the queue its check-in opens at once. */
export function FindCard() {
  const { id = '' } = useParams()
  const [query] = useSearchParams()
  const { data, error, refetch } = useGoalItemPlace(id)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <Navigate to={`/goals/cards/${data.card_id}${query.has('check_in') ? `?check_in=${id}` : ''}`} replace />
}

/** The address that notices about a card use. */
export function ToCard() {
  const { id = '' } = useParams()
  return <Navigate to={`/goals/cards/${id}`} replace />
}
