import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import styles from '@/components/importing/Import.module.css'
import { PageSkeleton } from '@/components/PageSkeleton'
import { type LongWork, ProgressPanel } from '@/components/ProgressPanel'
import { useCancelTask } from '@/components/requests/useTask'
import type { Schema } from '@/lib/api-types'
import { useSession } from '@/lib/session'
import { departmentsKey } from '@/lib/queryKeys'
import { employeesKey } from '../requests/usePeople'
import { ErrorFileButton } from './ErrorFileButton'
import { keptPeople } from './kept'
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
  const { t } = useTranslation('org')
  const { user } = useSession()
  const queryClient = useQueryClient()
  const cancel = useCancelTask()
  const onEnd = useEffectEvent(() => {
    void keptPeople.forget(user.id)
    for (const queryKey of [employeesKey, departmentsKey, ['positions']]) void queryClient.invalidateQueries({ queryKey })
  })
  const isDone = result !== undefined
  useEffect(() => {
    if (isDone) onEnd()
  }, [isDone])
  if (!task) return <PageSkeleton />
  return (
    <Card>
      <ProgressPanel
        title={t('import.progress')}
        work={{ state: states[task.state], done: task.done, total: task.total }}
        onCancel={() => cancel.mutate(taskId)}
        failure={task.text ?? t('import.failed')}
        result={
          <>
            {result && <p className={styles.text}>{t('import.did', { added: result.report.added, changed: result.report.changed, skipped: result.report.skipped, errors: result.report.error_count })}</p>}
            <div className={styles.acts}>
              <Link to="/people">
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
