import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { useFollowUps } from '../requests/useFollowUps'
import styles from './Item.module.css'

/** The follow-ups as on the paper form: when, how, finding, solution, next time. Newest first. */
export function FollowUps({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const { data: followUps, isPending } = useFollowUps(itemId)
  if (isPending) return <PageSkeleton />
  if (!followUps?.length) return <EmptyState small title={t('follow_ups.none')} text={t('follow_ups.none_text')} />
  return (
    <ol className={styles.followUps} reversed>
      {followUps.map((followUp) => (
        <FollowUp key={followUp.id} followUp={followUp} />
      ))}
    </ol>
  )
}

function FollowUp({ followUp }: { followUp: Schema<'FollowUpView'> }) {
  const { t } = useTranslation('work')
  const { t: word } = useTranslation('followup')
  return (
    <li>
      <header>
        <strong>{t('follow_ups.number', { number: followUp.touch_number })}</strong>
        <span>{word(`method.${followUp.method}`)}</span>
        <span>{followUp.by_name}</span>
        <RelativeTime at={followUp.at} short />
        {followUp.outcome && <span>{word(`outcome.${followUp.outcome}`)}</span>}
      </header>
      <p>{followUp.finding}</p>
      {followUp.cause && <Said label={t('follow_ups.cause')} text={followUp.cause} />}
      {followUp.solution && <Said label={t('follow_ups.solution')} text={followUp.solution} />}
      {followUp.asked_employee_name && <Said label={t('follow_ups.asked')} text={followUp.asked_employee_name} />}
      {followUp.next_follow_up_at && (
        <small>
          {t('follow_ups.next')} <RelativeTime at={followUp.next_follow_up_at} short />
        </small>
      )}
    </li>
  )
}

function Said({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('common')
  return (
    <p>
      <span className={styles.label}>
        {label}
        {t('colon')}
      </span>
      {text}
    </p>
  )
}
