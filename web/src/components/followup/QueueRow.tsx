import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '@/lib/api-types'
import { ownFormPath, subjectPath } from '@/lib/subjects'
import { PersonName } from '../Person'
import { RelativeTime } from '../RelativeTime'
import { FollowUpForm } from './LazyFollowUpForm'
import { Importance } from './Importance'
import styles from './QueueList.module.css'
import { StageTag } from './StageTag'
import { StandingLine } from './StandingLine'

interface Props {
  standing: Schema<'Standing'>
  isCurrent: boolean
  isRecording: boolean
  onFocus: () => void
  onRecord: () => void
  onClose: () => void
  onRecorded: () => void
}

/** One thing to follow up; the current one tells where it stands, and takes the follow-up in place. */
export function QueueRow({ standing, isCurrent, isRecording, onFocus, onRecord, onClose, onRecorded }: Props) {
  const { t } = useTranslation('followup')
  const isOpen = isCurrent || isRecording
  const last = standing.last_follow_up
  return (
    <li data-row={standing.id} className={isOpen ? `${styles.row} ${styles.current}` : styles.row} aria-current={isCurrent || undefined} onFocus={onFocus} onClick={onFocus}>
      <div className={styles.line}>
        <Importance level={standing.importance} />
        <div className={styles.what}>
          <Link to={subjectPath(standing.subject_type, standing.id)} className={styles.title}>
            {standing.title}
          </Link>
          {!isOpen && <span className={styles.finding}>{last ? last.finding : t('answer.never')}</span>}
        </div>
        <span className={styles.number}>{standing.number}</span>
        <span className={styles.who}>
          <PersonName name={standing.handler.name} />
        </span>
        <span className={styles.stage}>
          <StageTag stage={standing.stage} />
        </span>
        <span className={standing.follow_up_overdue ? `${styles.when} ${styles.late}` : styles.when}>
          <RelativeTime at={standing.next_follow_up_at} />
        </span>
      </div>
      {isOpen && (
        <div className={styles.more}>
          <StandingLine standing={standing} />
          {isRecording ? (
            <div className={styles.form}>
              <FollowUpForm followed={{ ...standing, isClosed: standing.state === 'closed' }} onClose={onClose} onRecorded={onRecorded} isInline />
            </div>
          ) : (
            <div className={styles.acts}>
              <Button type="primary" icon={<EditOutlined />} onClick={onRecord}>
                {t(ownFormPath(standing.subject_type, standing.id) ? 'queue.check_in' : 'queue.record')}
              </Button>
              <span className={styles.keys} aria-hidden>
                <kbd>F</kbd> {t('queue.key_record')} <kbd>N</kbd> {t('queue.key_next')} <kbd>Enter</kbd> {t('queue.key_open')} <kbd>J</kbd>
                <kbd>K</kbd> {t('queue.key_move')}
              </span>
            </div>
          )}
        </div>
      )}
    </li>
  )
}
