import { EditOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ownFormPath, subjectPath } from '@/lib/subjects'
import { Importance } from './Importance'
import styles from './QueueList.module.css'
import type { Standing } from './queueGroups'
import { StageTag } from './StageTag'
import { StandingLine } from './StandingLine'
import { SwipeRow } from './SwipeRow'

interface Props {
  standing: Standing
  place: number
  count: number
  onRecord: () => void
  onOpen: () => void
  /** Absent when it is the only one. */
  onNext?: () => void
}

/** What to follow up now, on a phone: pull right to record, left for the next one. */
export function FocusCard({ standing, place, count, onRecord, onOpen, onNext }: Props) {
  const { t } = useTranslation('followup')
  const aside = onNext ? { text: t('queue.next'), onSwipe: onNext } : { text: t('queue.key_open'), onSwipe: onOpen }
  return (
    <li>
      <SwipeRow right={{ text: t('queue.record'), onSwipe: onRecord }} left={aside}>
        <article className={`${styles.card} ${styles.focus}`}>
          <div className={styles.place}>
            {onNext && <span>{t('queue.place', { place, count })}</span>}
            <Importance level={standing.importance} />
            <StageTag stage={standing.stage} />
          </div>
          <Link to={subjectPath(standing.subject_type, standing.id)} className={styles.title}>
            {standing.title}
          </Link>
          <StandingLine standing={standing} />
          <div className={styles.focusActs}>
            {onNext && (
              <Button icon={<RightOutlined />} iconPlacement="end" onClick={onNext}>
                {t('queue.next')}
              </Button>
            )}
            <Button type="primary" icon={<EditOutlined />} onClick={onRecord}>
              {t(ownFormPath(standing.subject_type, standing.id) ? 'queue.check_in' : 'queue.record')}
            </Button>
          </div>
        </article>
      </SwipeRow>
    </li>
  )
}
