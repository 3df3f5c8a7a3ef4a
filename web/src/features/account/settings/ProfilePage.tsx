import { Skeleton } from 'antd'
import { ErrorState } from '@/components/ErrorState'
import { AppearanceCard } from './AppearanceCard'
import { ContactCard } from './ContactCard'
import { useProfile } from '../requests/useProfile'

export function ProfilePage() {
  const { data: profile, error, isPending, refetch } = useProfile()
  if (isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (error && !profile) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <ContactCard profile={profile} />
      <AppearanceCard profile={profile} />
    </>
  )
}
