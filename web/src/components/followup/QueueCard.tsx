import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '@/lib/api-types'
import { ownFormPath, subjectPath } from '@/lib/subjects'
import { PersonName } from '../Person'
import { RelativeTime } from '../RelativeTime'
import { Importance } from './Importance'
import styles from './QueueList.module.css'
import { StageTag } from './StageTag'
import { SwipeRow } from './SwipeRow'

interface Props {
  standing: Schema<'Standing'>
  onRecord: () => void
  onOpen: () => void
}

/** The phone's form of a queue row: pull right to record, left to open. */
export function QueueCard({ standing, onRecord, onOpen }: Props) {
  const { t } = useTranslation('followup')
  const last = standing.last_follow_up
  return (
    <li>
      <SwipeRow right={{ text: t('queue.record'), onSwipe: onRecord }} left={{ text: t('queue.key_open'), onSwipe: onOpen }}>
        <article className={styles.card}>
          <div className={styles.cardHead}>
            <Link to={subjectPath(standing.subject_type, standing.id)} className={styles.title}>
              {standing.title}
            </Link>
            <StageTag stage={standing.stage} />
          </div>
          <p className={styles.cardFinding}>{last ? last.finding : t('answer.never')}</p>
          <div className={styles.cardFoot}>
            <Importance level={standing.importance} />
            <PersonName name={standing.handler.name} />
            <span className={standing.follow_up_overdue ? styles.late : undefined}>
              <RelativeTime at={standing.next_follow_up_at} />
            </span>
            <Button type="primary" ghost icon={<EditOutlined />} onClick={onRecord}>
              {t(ownFormPath(standing.subject_type, standing.id) ? 'queue.check_in' : 'queue.record')}
            </Button>
          </div>
        </article>
      </SwipeRow>
    </li>
  )
}
