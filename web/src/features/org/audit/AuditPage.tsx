import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { TimelineList } from '@/components/TimelineList'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useListState } from '@/lib/useListState'
import { type AuditEntry, downloadAudit, useAudit, useVerification } from '../requests/useAudit'
import styles from './Audit.module.css'
import { AuditFilters } from './AuditFilters'

const PAGES: Record<string, (id: string) => string> = {
  work_item: (id) => `/work-items/${id}`,
  customer: (id) => `/customers/${id}`,
  goal_card: (id) => `/goal-cards/${id}`,
  employee: (id) => `/people?person=${id}`,
  department: (id) => `/people?department_id=${id}`,
}

/** Who did what and when, across everything, and the proof that nobody changed it afterwards. */
export function AuditPage() {
  const { t } = useTranslation('org')
  const problemText = useProblemText()
  const { filters, set, clear } = useListState(['actor_id', 'subject_type', 'event', 'from', 'until'])
  const list = useAudit(filters)
  const exporting = () => downloadAudit(filters).catch((error: unknown) => toast.error(problemText(asProblem(error))))
  const actions = (
    <>
      <Verify />
      <Button icon={<DownloadOutlined />} onClick={() => void exporting()}>
        {t('audit.export')}
      </Button>
    </>
  )
  return (
    <>
      <PageHeader title={t('audit.title')} note={t('audit.note')} actions={actions} />
      <AuditFilters filters={filters} onChange={set} onClear={clear} />
      <div className={styles.entries}>
        {list.isLoading && <PageSkeleton />}
        {Boolean(list.error) && list.items.length === 0 && <ErrorState error={list.error} onRetry={list.reload} />}
        {!list.isLoading && !list.error && list.items.length === 0 && <EmptyState title={t('audit.none')} text={t('audit.none_text')} action={<Button onClick={clear}>{t('filter.clear', { ns: 'common' })}</Button>} />}
        <TimelineList entries={list.items.map((entry) => ({ ...entry, text: <What entry={entry} /> }))} />
        {list.hasMore && <MoreRows list={list} />}
      </div>
    </>
  )
}

/** What was done, and to what; it leads there where there is a page for it. */
function What({ entry }: { entry: AuditEntry }) {
  const path = PAGES[entry.subject_type]?.(entry.subject_id)
  return (
    <>
      {entry.event_text} <span className={styles.subject}>{path ? <Link to={path}>{entry.subject_text}</Link> : entry.subject_text}</span>
    </>
  )
}

function Verify() {
  const { t } = useTranslation('org')
  const problemText = useProblemText()
  const verification = useVerification()
  const run = () => verification.mutate(undefined, { onError: (error) => toast.error(problemText(asProblem(error))) })
  const found = verification.data
  return (
    <>
      {found && (
        <Alert
          className={styles.proof}
          role="status"
          type={found.intact ? 'success' : 'error'}
          title={t(found.intact ? 'audit.intact' : 'audit.broken', { entries: found.entries, subjects: found.subjects, count: found.broken.length })}
          description={found.intact ? undefined : found.broken.slice(0, 5).map((each) => <div key={`${each.subject_id}-${each.seq}`}>{`${each.subject_type} #${each.seq} ${each.event}`}</div>)}
        />
      )}
      <Button icon={<SafetyCertificateOutlined />} loading={verification.isPending} onClick={run}>
        {t('audit.verify')}
      </Button>
    </>
  )
}
