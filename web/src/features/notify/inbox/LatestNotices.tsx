import { Button, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { useLatestNotices, useMarkAllRead } from '../requests/useNotices'
import styles from './Inbox.module.css'
import { NoticeLine } from './NoticeLine'

const SHOWN = 6

/** What the bell opens: the newest notices, and the way to all of them. */
export function LatestNotices({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('notify')
  const { data: notices, error, dataUpdatedAt, refetch } = useLatestNotices(SHOWN)
  const markAll = useMarkAllRead()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <div ref={panel} className={styles.panel} role="dialog" aria-label={t('inbox.latest')} tabIndex={-1}>
      <div className={styles.panelHead}>
        <strong>{t('inbox.latest')}</strong>
        {notices?.some((notice) => !notice.read_at) && (
          <Button type="link" size="small" loading={markAll.isPending} onClick={() => markAll.mutate(new Date(dataUpdatedAt).toISOString())}>
            {t('inbox.read_all')}
          </Button>
        )}
      </div>
      {!notices && !error && <Skeleton active className={styles.waiting} />}
      {!notices && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {notices?.length === 0 && <EmptyState small title={t('inbox.none')} text={t('inbox.none_text')} />}
      {notices && notices.length > 0 && (
        <ul className={styles.lines}>
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} isShort onOpen={onClose} />
          ))}
        </ul>
      )}
      <div className={styles.panelFoot}>
        <Link to="/notices?show=all" onClick={onClose}>
          {t('inbox.all_of_them')}
        </Link>
        <Link to="/settings/notices" onClick={onClose}>
          {t('inbox.choose')}
        </Link>
      </div>
    </div>
  )
}
