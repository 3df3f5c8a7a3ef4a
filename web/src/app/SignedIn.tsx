import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { preferences } from '@/lib/preferences'
import { isSecondFactorOverdue, SessionContext } from '@/lib/session'
import { entered, sessionQuery } from '@/lib/sessionQuery'
import { Shell } from './Shell'

/** The gate: everything below knows who is signed in. */
export function SignedIn() {
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery)
  const location = useLocation()

  useEffect(() => {
    if (!session) return
    entered.remember()
    preferences.set({ language: session.user.language, theme: session.user.theme })
  }, [session])

  if (isPending) return null
  if (error && !session) return <ErrorState error={error} onRetry={() => void refetch()} fullPage />
  if (!session) {
    const back = location.pathname + location.search
    return <Navigate to={back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`} replace />
  }
  if (isSecondFactorOverdue(session)) return <Navigate to="/second-factor" replace />
  return (
    <SessionContext value={session}>
      <Shell />
    </SessionContext>
  )
}
