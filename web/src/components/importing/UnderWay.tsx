import { Button } from 'antd'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { PageSkeleton } from '@/components/PageSkeleton'
import { type LongWork, ProgressPanel } from '@/components/ProgressPanel'
import { useCancelTask } from '@/components/requests/useTask'
import type { Schema } from '@/lib/api-types'
import styles from './Import.module.css'

export type Task = Schema<'TaskView'>

const states: Record<Task['state'], LongWork['state']> = { waiting: 'queued', running: 'running', succeeded: 'finished', failed: 'failed', cancelled: 'cancelled' }

interface Props {
  task: Task | undefined
  title: string
  /** What it did, once it has ended well. */
  did: string | undefined
  /** Why it failed, where that is not said in the server's words. */
  failure?: string
  /** Where to look at what was imported. */
  leadsTo: { path: string; text: string }
  errorFile?: ReactNode
  onDone: () => void
  onAgain: () => void
}

/** How far the server is, and at the end what it did. */
export function UnderWay({ task, title, did, failure, leadsTo, errorFile, onDone, onAgain }: Props) {
  const { t } = useTranslation('common')
  const cancel = useCancelTask()
  const onEnd = useEffectEvent(onDone)
  const isDone = did !== undefined
  useEffect(() => {
    if (isDone) onEnd()
  }, [isDone])
  if (!task) return <PageSkeleton />
  return (
    <Card>
      <ProgressPanel
        title={title}
        work={{ state: states[task.state], done: task.done, total: task.total }}
        onCancel={() => cancel.mutate(task.id)}
        failure={failure ?? task.text ?? t('importing.failed')}
        result={
          <>
            {did && <p className={styles.text}>{did}</p>}
            <div className={styles.acts}>
              <Link to={leadsTo.path}>
                <Button type="primary">{leadsTo.text}</Button>
              </Link>
              {errorFile}
              <Button onClick={onAgain}>{t('importing.again')}</Button>
            </div>
          </>
        }
      />
    </Card>
  )
}
