import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { RelativeTime } from '@/components/RelativeTime'
import { subjectPath } from '@/lib/subjects'
import { useLiveGiveUps, useWaitingGiveUps } from '../requests/useGiveUp'
import styles from '../workbench/WaitingHandoffs.module.css'
import { AnswerGiveUp } from './AnswerGiveUp'

/** What people want to give up and needs my consent. */
export function WaitingGiveUps() {
  const { t } = useTranslation('cadence')
  useLiveGiveUps()
  const { data: requests } = useWaitingGiveUps()
  if (!requests?.length) return null
  return (
    <Card title={t('give_up.waiting_for_me')} flush>
      <ul className={styles.handoffs}>
        {requests.map((request) => (
          <li key={request.id}>
            <div className={styles.words}>
              <Link to={subjectPath(request.subject_type, request.commitment_id)}>{request.title}</Link>
              <p>
                <span>{request.number}</span>
                <span>{request.asked_by.name}</span>
                <RelativeTime at={request.asked_at} short />
                <span>{t('give_up.touches', { count: request.touch_count, minimum: request.minimum_touches })}</span>
              </p>
              <p className={styles.note}>{request.reason}</p>
            </div>
            <div className={styles.acts}>
              <AnswerGiveUp request={request} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
