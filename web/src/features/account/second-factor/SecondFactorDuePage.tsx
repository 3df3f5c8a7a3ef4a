import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { isSecondFactorOverdue } from '@/lib/session'
import { sessionQuery } from '@/lib/sessionQuery'
import { useReadSessionAgain } from '../requests/useSecondFactor'
import { Welcome } from '../Welcome'
import { SetUp } from './SetUp'

/** The week is over: nothing else is open before it is set up. */
export function SecondFactorDuePage() {
  const { t } = useTranslation('account')
  const { data: session, isPending } = useQuery(sessionQuery)
  const readAgain = useReadSessionAgain()
  const navigate = useNavigate()
  useEffect(() => {
    document.title = t('second_factor.page')
  }, [t])
  if (isPending) return null
  if (!session) return <Navigate to="/sign-in" replace />
  if (!isSecondFactorOverdue(session)) return <Navigate to="/" replace />
  const enter = async () => {
    await readAgain()
    void navigate('/', { replace: true })
  }
  return (
    <Welcome title={t('second_factor.title')} note={t('second_factor.due_note')}>
      <SetUp login={session.user.login} onDone={() => void enter()} />
    </Welcome>
  )
}
