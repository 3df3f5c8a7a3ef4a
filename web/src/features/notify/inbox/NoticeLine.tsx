import { CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { subjectPath } from '@/lib/subjects'
import { type Notice, useMarkRead } from '../requests/useNotices'
import { toneOfKind } from '../words'
import styles from './Inbox.module.css'

interface Props {
  notice: Notice
  /** Two lines of it, in the bell's panel. */
  isShort?: boolean
  onOpen?: () => void
}

/** What was told, why, and when. Opening its subject is reading it. */
export function NoticeLine({ notice, isShort = false, onOpen }: Props) {
  const { t } = useTranslation('notify')
  const problemText = useProblemText()
  const markRead = useMarkRead()
  const isUnread = notice.read_at === null
  // Several customers at once stand in their list.
  const path = notice.subject_id ? subjectPath(notice.subject_type, notice.subject_id) : notice.subject_type === 'customers' ? '/customers' : undefined
  const read = () => isUnread && markRead.mutate(notice.id, { onError: (error) => toast.error(problemText(asProblem(error))) })
  const open = () => {
    read()
    onOpen?.()
  }
  return (
    <li className={isUnread ? `${styles.line} ${styles.unread}` : styles.line}>
      <i className={styles.dot} aria-hidden />
      <div className={styles.words}>
        <p className={styles.heading}>
          {isUnread && <span className="zx-visually-hidden">{t('inbox.is_unread')}</span>}
          {path ? (
            <Link to={path} onClick={open}>
              {notice.heading}
            </Link>
          ) : (
            notice.heading
          )}
        </p>
        {notice.text && <p className={isShort ? `${styles.text} ${styles.clipped}` : styles.text}>{notice.text}</p>}
        <p className={styles.about}>
          {!isShort && <StateTag tone={toneOfKind[notice.kind]} text={t(`kind.${notice.kind}`)} />}
          <RelativeTime at={notice.created_at} />
          <span>{notice.reason}</span>
        </p>
      </div>
      {isUnread && (
        <Button className={styles.read} type="text" icon={<CheckOutlined />} loading={markRead.isPending} onClick={read} title={t('inbox.read')} aria-label={t('inbox.read_this', { heading: notice.heading })} />
      )}
    </li>
  )
}
