import { useTranslation } from 'react-i18next'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { type Topic, useKinds, usePolicies } from '../requests/usePolicies'
import styles from './Escalation.module.css'
import { TopicCard } from './TopicCard'

const topics: Topic[] = ['follow_up', 'due', 'handoff']

/** Who is reminded of what and when, and who is told next. */
export function EscalationPage() {
  const { t } = useTranslation('notify')
  const policies = usePolicies()
  const kinds = useKinds()
  const failed = [policies, kinds].find((query) => query.error && !query.data)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (!policies.data || !kinds.data) return <PageSkeleton />
  return (
    <>
      <p className={styles.lead}>{t('escalation.note')}</p>
      {topics.map((topic) => (
        <TopicCard key={topic} topic={topic} policies={policies.data.filter((policy) => policy.topic === topic)} kinds={kinds.data} />
      ))}
    </>
  )
}
