import { Alert, Skeleton } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { asProblem } from '@/lib/problem'
import { FirstPasswordForm } from './FirstPasswordForm'
import { useSetupState } from './requests/useSetup'
import { SetupForm } from './SetupForm'
import { Welcome } from './Welcome'

/** A one-time link: the one printed at the first start names the house and its first administrator; a new user's one asks for a password. */
export function SetupPage() {
  const { t } = useTranslation('account')
  const { token = '' } = useParams()
  const navigate = useNavigate()
  const state = useSetupState(token)
  const isSpent = state.data?.needs_setup === false || (state.error !== null && asProblem(state.error).status === 404)

  useEffect(() => {
    document.title = t('setup.page')
  }, [t])

  if (isSpent)
    return (
      <Welcome title={t('setup.spent_title')}>
        <Alert type="info" title={t('setup.spent')} style={{ marginTop: 24 }} action={<a href="/sign-in">{t('sign_in.submit')}</a>} />
      </Welcome>
    )
  const enter = () => void navigate('/', { replace: true })
  if (state.data?.for === 'user')
    return (
      <Welcome title={t('first_password.title', { name: state.data.name ?? '' })} note={t('first_password.note', { organization: state.data.organization_name })}>
        <FirstPasswordForm token={token} login={state.data.login ?? ''} needsCode={state.data.second_factor} onDone={enter} />
      </Welcome>
    )
  return (
    <Welcome title={t('setup.title')} note={t('setup.note')}>
      {state.isPending && <Skeleton active paragraph={{ rows: 6 }} style={{ marginTop: 32 }} />}
      {state.error && <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {state.data && <SetupForm token={token} organizationName={state.data.organization_name} onDone={enter} />}
    </Welcome>
  )
}
