import { SwapOutlined } from '@ant-design/icons'
import { Progress, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column } from '@/components/DataTable'
import { Importance } from '@/components/followup/Importance'
import { StageTag } from '@/components/followup/StageTag'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { useKinds } from '../requests/useKinds'
import styles from './List.module.css'

export type Line = Schema<'WorkItemLine'>

/** The columns of the list; what people rarely need waits in the column choice. */
export function useColumns(): Column<Line>[] {
  const { t } = useTranslation('work')
  const { nameOf } = useKinds()
  return [
    {
      key: 'title',
      title: t('field.title'),
      onCard: 'title',
      width: 256,
      render: (line) => (
        <span className={styles.title}>
          <Importance level={line.importance} />
          <span>{line.title}</span>
        </span>
      ),
    },
    { key: 'state', title: t('field.state'), onCard: 'status', width: 92, render: (line) => <State line={line} /> },
    { key: 'owner', title: t('field.owner'), width: 100, render: (line) => <PersonName name={line.owner.name} /> },
    { key: 'handler', title: t('field.handler'), onCard: 'secondary', width: 100, render: (line) => <PersonName name={line.handler.name} /> },
    { key: 'due_at', title: t('field.due_at'), onCard: 'secondary', width: 116, render: (line) => <When at={line.due_at} isLate={line.overdue} /> },
    { key: 'next_follow_up_at', title: t('field.next_follow_up_at'), width: 116, render: (line) => <When at={line.next_follow_up_at} isLate={line.follow_up_overdue} /> },
    { key: 'last_finding', title: t('field.last_finding'), width: 166, render: (line) => <span className={styles.finding}>{line.last_finding ?? '—'}</span> },
    { key: 'number', title: t('field.number'), width: 136, isOptional: true, render: (line) => <span className={styles.quiet}>{line.number}</span> },
    { key: 'kind', title: t('field.kind'), width: 90, isOptional: true, render: (line) => nameOf(line.kind) },
    { key: 'requester', title: t('field.requester'), width: 110, isOptional: true, render: (line) => line.requester_name ?? '—' },
    { key: 'department', title: t('field.department'), width: 130, isOptional: true, render: (line) => line.department_name ?? '—' },
    { key: 'progress', title: t('field.progress'), width: 120, isOptional: true, render: (line) => <Progress percent={line.progress} size="small" aria-label={t('field.progress')} /> },
    { key: 'touch_count', title: t('field.touch_count'), width: 90, align: 'end', isOptional: true, render: (line) => line.touch_count },
    { key: 'start_at', title: t('field.start_at'), width: 120, isOptional: true, render: (line) => <When at={line.start_at} isLate={false} /> },
    { key: 'created_at', title: t('field.created_at'), width: 120, isOptional: true, render: (line) => <When at={line.created_at} isLate={false} /> },
  ]
}

function When({ at, isLate }: { at: string | null; isLate: boolean }) {
  return (
    <span className={isLate ? `${styles.when} ${styles.late}` : styles.when}>
      <RelativeTime at={at} short />
    </span>
  )
}

function State({ line }: { line: Line }) {
  const { t } = useTranslation('work')
  return (
    <span className={styles.state}>
      <StageTag stage={line.state} />
      {line.handoff_pending && line.state !== 'assigned' && (
        <Tooltip title={t('handoff.pending')}>
          <SwapOutlined role="img" aria-label={t('handoff.pending')} />
        </Tooltip>
      )}
    </span>
  )
}
