import { BellOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import type { CursorList } from '@/lib/useCursorList'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import { type Notice, useMarkAllRead, useNotices, useUnread } from '../requests/useNotices'
import { byDay } from './byDay'
import styles from './Inbox.module.css'
import { NoticeLine } from './NoticeLine'

/** Everything I was told, and why it came. */
export function InboxPage() {
  const { t } = useTranslation('notify')
  const { filters, set } = useListState(['show'])
  const showsAll = filters.show === 'all'
  const notices = useNotices(showsAll ? {} : { unread: true })
  const unread = useUnread()
  const actions = (
    <>
      <Link to="/settings/notices" className={styles.choose}>
        {t('inbox.choose')}
      </Link>
      {unread > 0 && <ReadAll />}
    </>
  )
  const show = [
    { value: 'unread', label: unread > 0 ? t('inbox.unread_of', { count: unread }) : t('inbox.unread') },
    { value: 'all', label: t('inbox.all') },
  ]
  return (
    <div className={styles.page}>
      <PageHeader title={t('inbox.title')} note={t('inbox.note')} actions={actions} />
      <Segmented className={styles.show} aria-label={t('inbox.show')} value={showsAll ? 'all' : 'unread'} options={show} onChange={(value) => set({ show: value === 'all' ? 'all' : undefined })} />
      <Notices notices={notices} empty={showsAll ? <EmptyState icon={<BellOutlined />} title={t('inbox.none')} text={t('inbox.none_text')} /> : <AllRead onShowAll={() => set({ show: 'all' })} />} />
    </div>
  )
}

function AllRead({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation('notify')
  return <EmptyState icon={<BellOutlined />} title={t('inbox.none_unread')} text={t('inbox.none_unread_text')} action={<Button onClick={onShowAll}>{t('inbox.show_all')}</Button>} />
}

function Notices({ notices, empty }: { notices: CursorList<Notice>; empty: ReactNode }) {
  const time = useTimeText()
  if (notices.isLoading) return <PageSkeleton />
  if (notices.error && notices.items.length === 0) return <ErrorState error={notices.error} onRetry={notices.reload} />
  if (notices.items.length === 0) return empty
  return (
    <div aria-busy={notices.isStale}>
      <Card flush>
        {byDay(notices.items, time.zone).map(({ date, items }) => (
          <section key={date} aria-label={time.day(date)}>
            <h2 className={styles.day}>{time.day(date)}</h2>
            <ul className={styles.lines}>
              {items.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
          </section>
        ))}
      </Card>
      <MoreRows list={notices} />
    </div>
  )
}

function ReadAll() {
  const { t } = useTranslation('notify')
  const problemText = useProblemText()
  const markAll = useMarkAllRead()
  const read = () => markAll.mutate(new Date().toISOString(), { onSuccess: () => toast.success(t('inbox.all_read')), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <Button loading={markAll.isPending} onClick={read}>
      {t('inbox.read_all')}
    </Button>
  )
}
