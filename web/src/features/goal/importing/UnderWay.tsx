import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import styles from '@/components/importing/Import.module.css'
import { PageSkeleton } from '@/components/PageSkeleton'
import { type LongWork, ProgressPanel } from '@/components/ProgressPanel'
import { useCancelTask } from '@/components/requests/useTask'
import type { Schema } from '@/lib/api-types'

type Task = Schema<'TaskView'>

const states: Record<Task['state'], LongWork['state']> = { waiting: 'queued', running: 'running', succeeded: 'finished', failed: 'failed', cancelled: 'cancelled' }

interface Props {
  task: Task | undefined
  title: string
  /** What it did, once it has ended well. */
  did?: string
  acts: ReactNode
  onDone: () => void
}

/** How far the server is, and at the end what it did. */
export function UnderWay({ task, title, did, acts, onDone }: Props) {
  const { t } = useTranslation('goal')
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
        failure={task.text ?? t('import.failed')}
        result={
          <>
            {did && <p className={styles.text}>{did}</p>}
            <div className={styles.acts}>{acts}</div>
          </>
        }
      />
    </Card>
  )
}
