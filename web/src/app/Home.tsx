import { Navigate } from 'react-router'
import { useSession } from '@/lib/session'
import { nounsFor } from './navigation'

/** "/" is the first noun the person may see: the workbench for nearly everybody. */
export function Home() {
  const first = nounsFor(useSession())[0]
  return <Navigate to={first?.path ?? '/settings'} replace />
}
