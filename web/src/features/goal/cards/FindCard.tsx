import { Navigate, useParams } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { useGoalTree } from '../requests/useGoalTree'

/** A goal stands on its card: notices and the queue name the goal alone. */
export function FindCard() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useGoalTree(undefined)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const goal = data.goals.find((each) => each.id === id)
  return <Navigate to={goal ? `/goals/cards/${goal.card_id}` : '/goals'} replace />
}

/** The address that notices about a card use. */
export function ToCard() {
  const { id = '' } = useParams()
  return <Navigate to={`/goals/cards/${id}`} replace />
}
