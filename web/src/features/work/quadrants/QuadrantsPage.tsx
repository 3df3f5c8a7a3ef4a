import { DragOutlined } from '@ant-design/icons'
import { Button, Dropdown, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDragging } from '@/components/dragging'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { PersonName } from '@/components/Person'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useListState } from '@/lib/useListState'
import { ViewSwitch } from '../list/ViewSwitch'
import { useMoveToQuadrant, useQuadrants } from '../requests/useQuadrants'
import { byQuadrant, type Quadrant, QUADRANTS } from './moves'
import styles from './Quadrants.module.css'

type Line = Schema<'WorkItemLine'>
type Drag = ReturnType<typeof useDragging<Line>>
type Move = (line: Line, to: Quadrant) => void

const WHOSE: Schema<'Whose'>[] = ['owned', 'handled', 'team', 'all']

/** Big rocks first: open items by importance and urgency, moved by dragging or from each item's menu. */
export function QuadrantsPage() {
  const { t } = useTranslation('work')
  const problemText = useProblemText()
  const { filters, set } = useListState(['whose'])
  const whose = (filters.whose ?? 'handled') as Schema<'Whose'>
  const { data, error, isPending, refetch } = useQuadrants(whose)
  const change = useMoveToQuadrant(whose)
  const move: Move = (line, to) => {
    if (line.quadrant === to) return
    change.mutate({ line, to }, { onSuccess: () => toast.success(t('quadrant.moved', { title: line.title, name: t(`quadrant.${to}.name`) })), onError: (refused) => toast.error(problemText(asProblem(refused))) })
  }
  const drag = useDragging<Line>((line, place) => move(line, place as Quadrant))
  const lines = data?.items ?? []
  const sorted = byQuadrant(lines)
  return (
    <>
      <PageHeader title={t('quadrant.title')} note={t('quadrant.note')} actions={<ViewSwitch shown="quadrants" />} />
      <div className={styles.whose}>
        <Segmented aria-label={t('list.whose')} value={whose} onChange={(next) => set({ whose: next === 'handled' ? undefined : next })} options={WHOSE.map((value) => ({ value, label: t(`whose.${value}`) }))} />
      </div>
      {isPending && <PageSkeleton />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && lines.length === 0 && <EmptyState title={t('quadrant.none')} text={t('quadrant.none_text')} />}
      {lines.length > 0 && (
        <div className={styles.quadrants}>
          {QUADRANTS.map((quadrant) => (
            <Field key={quadrant} quadrant={quadrant} lines={sorted[quadrant]} drag={drag} onMove={move} />
          ))}
        </div>
      )}
      {data?.next && <p className={styles.limited}>{t('quadrant.limited', { count: lines.length })}</p>}
    </>
  )
}

interface FieldProps {
  quadrant: Quadrant
  lines: Line[]
  onMove: Move
  drag: Drag
}

function Field({ quadrant, lines, onMove, drag }: FieldProps) {
  const { t } = useTranslation('work')
  const isOver = drag.dragged !== undefined && drag.dragged.quadrant !== quadrant && drag.over === quadrant
  const name = t(`quadrant.${quadrant}.name`)
  return (
    <section aria-label={name} className={isOver ? `${styles.field} ${styles.over}` : styles.field} data-drop={quadrant}>
      <header>
        <h2>
          {quadrant} {name}
        </h2>
        <span>{lines.length}</span>
        <small>{t(`quadrant.${quadrant}.note`)}</small>
      </header>
      {lines.length === 0 && <p>{t('quadrant.empty')}</p>}
      <ul aria-label={name}>
        {lines.map((line) => (
          <Item key={line.id} line={line} drag={drag} onMove={onMove} />
        ))}
      </ul>
    </section>
  )
}

function Item({ line, drag, onMove }: { line: Line; drag: Drag; onMove: Move }) {
  const { t } = useTranslation('work')
  const others = QUADRANTS.filter((quadrant) => quadrant !== line.quadrant)
  return (
    <li {...drag.grip(line)} className={drag.dragged?.id === line.id ? styles.dragged : undefined}>
      <div>
        <Link to={`/work-items/${line.id}`} draggable={false}>
          {line.title}
        </Link>
        <p>
          <PersonName name={line.handler.name} />
          {line.due_at && (
            <span className={line.overdue ? styles.late : undefined}>
              <RelativeTime at={line.due_at} short />
            </span>
          )}
        </p>
      </div>
      <Dropdown trigger={['click']} menu={{ items: others.map((key) => ({ key, label: t('quadrant.move_to', { name: `${key} ${t(`quadrant.${key}.name`)}` }) })), onClick: ({ key }) => onMove(line, key as Quadrant) }}>
        <Button type="text" icon={<DragOutlined />} aria-label={t('quadrant.move', { title: line.title })} />
      </Dropdown>
    </li>
  )
}
