import { Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { PageSkeleton } from '@/components/PageSkeleton'
import { type LongWork, ProgressPanel } from '@/components/ProgressPanel'
import { useCancelTask } from '@/components/requests/useTask'
import type { Schema } from '@/lib/api-types'
import { useSession } from '@/lib/session'
import { useForgetLists } from '../requests/useImport'
import { ErrorFileButton } from './ErrorFileButton'
import styles from '@/components/importing/Import.module.css'
import { keptImport } from '@/components/importing/keptFile'
import type { ImportResult } from './report'

type Task = Schema<'TaskView'>

const states: Record<Task['state'], LongWork['state']> = { waiting: 'queued', running: 'running', succeeded: 'finished', failed: 'failed', cancelled: 'cancelled' }

interface Props {
  taskId: string
  task: Task | undefined
  result: ImportResult | undefined
  onAgain: () => void
}

/** How far the server is, and at the end what it did. */
export function ImportUnderWay({ taskId, task, result, onAgain }: Props) {
  const { t, i18n } = useTranslation('work')
  const { user } = useSession()
  const cancel = useCancelTask()
  const forgetLists = useForgetLists()
  const onEnd = useEffectEvent(() => {
    void keptImport.forget(user.id)
    void forgetLists()
  })
  const isDone = result !== undefined
  useEffect(() => {
    if (isDone) onEnd()
  }, [isDone])
  if (!task) return <PageSkeleton />
  const failure = `import.failure.${task.failure.replace('.', '_')}`
  return (
    <Card>
      <ProgressPanel
        title={t('import.progress')}
        work={{ state: states[task.state], done: task.done, total: task.total }}
        onCancel={() => cancel.mutate(taskId)}
        failure={i18n.exists(failure, { ns: 'work' }) ? t(failure) : t('import.failure.other')}
        result={
          <>
            {result && <p className={styles.text}>{t('import.did', { items: result.report.items, follow_ups: result.report.follow_ups, skipped: result.report.skipped, errors: result.report.error_count })}</p>}
            <div className={styles.acts}>
              <Link to="/work-items?order=newest">
                <Button type="primary">{t('import.to_list')}</Button>
              </Link>
              {result?.error_file_id && <ErrorFileButton taskId={taskId} />}
              <Button onClick={onAgain}>{t('import.again')}</Button>
            </div>
          </>
        }
      />
    </Card>
  )
}
