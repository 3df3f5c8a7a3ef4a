import { Alert, Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OnceOpened } from '@/components/OnceOpened'
import type { Schema } from '@/lib/api-types'
import { useMay, useSession } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'

const ReportDelay = lazy(async () => ({ default: (await import('./ReportDelay')).ReportDelay }))

/** An overdue item is not re-dated: this leads to the report, or says whose word it waits for. */
export function OverdueNotice({ item, className }: { item: Schema<'WorkItemView'>; className?: string }) {
  const { t } = useTranslation('delays')
  const { user } = useSession()
  const mayChange = useMay('work.change')
  const time = useTimeText()
  const [isReporting, setReporting] = useState(false)
  if (!item.standing.overdue) return null
  const waiting = item.delay_reports.find((report) => report.state === 'waiting')
  const mayReport = !waiting && (mayChange || [item.standing.owner.id, item.standing.handler.id].includes(user.employee_id ?? ''))
  const days = item.due_at ? time.duration(time.now - Date.parse(item.due_at)) : ''
  const title = waiting ? t(waiting.approver_name ? 'overdue.waiting_for' : 'overdue.waiting', { name: waiting.approver_name }) : t('overdue.title', { time: days })
  return (
    <>
      <Alert
        className={className}
        type={waiting ? 'warning' : 'error'}
        title={title}
        description={!waiting && mayReport ? t('overdue.text') : undefined}
        action={
          mayReport && (
            <Button size="small" type="primary" onClick={() => setReporting(true)}>
              {t('report')}
            </Button>
          )
        }
      />
      <OnceOpened isOpen={isReporting}>
        <ReportDelay item={item} isOpen={isReporting} onClose={() => setReporting(false)} />
      </OnceOpened>
    </>
  )
}
