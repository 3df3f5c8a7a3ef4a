import { DragOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDragging } from '@/components/dragging'
import { ErrorState } from '@/components/ErrorState'
import { FilterBar } from '@/components/FilterBar'
import { Importance } from '@/components/followup/Importance'
import { MoreRows } from '@/components/MoreRows'
import { PageHeader } from '@/components/PageHeader'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { useChangesOfMany } from '@/lib/live'
import { workItemsKey } from '@/lib/queryKeys'
import { useListState } from '@/lib/useListState'
import { DepartmentChip } from '../list/DepartmentChip'
import { DueChip } from '../list/DueChip'
import { useFilters } from '../list/filters'
import { PersonChip } from '../list/PersonChip'
import { FILTERS, type ListQuery, queryFrom, without } from '../list/query'
import { ViewSwitch } from '../list/ViewSwitch'
import { useWorkItems } from '../requests/useWorkItems'
import styles from './Board.module.css'
import { COLUMNS, neighboursOf, type State, stepBetween } from './moves'
import { useStep } from './useStep'

type Line = Schema<'WorkItemLine'>

const WHOSE: Schema<'Whose'>[] = ['all', 'owned', 'handled', 'participating', 'team']

/** The items by state; a card goes to the next column by dragging or from its menu. */
export function BoardPage() {
  const { t } = useTranslation('work')
  const { t: board } = useTranslation('board')
  const queryClient = useQueryClient()
  const { q, filters, set, clear } = useListState(FILTERS)
  const narrowing = without(filters, 'whose', 'order', 'states')
  const query = queryFrom(q, without(filters, 'states'))
  const { take, dialogs } = useStep()
  const move = (line: Line, to: State) => void take(line, to)
  const drag = useDragging<Line>((line, place) => stepBetween(line.state, place as State) && move(line, place as State))
  useChangesOfMany('work_item', () => void queryClient.invalidateQueries({ queryKey: workItemsKey }))
  const words = useFilters().filter((filter) => filter.name !== 'states')
  return (
    <>
      <PageHeader title={board('title')} note={board('note')} actions={<ViewSwitch shown="board" />} />
      <div className={styles.whose}>
        <Segmented aria-label={t('list.whose')} value={filters.whose ?? 'all'} onChange={(next) => set({ whose: next === 'all' ? undefined : next })} options={WHOSE.map((value) => ({ value, label: t(`whose.${value}`) }))} />
      </div>
      <FilterBar
        q={q}
        values={narrowing}
        filters={words}
        placeholder={t('list.search')}
        onChange={set}
        onClear={clear}
        chips={
          <>
            <PersonChip label={t('field.owner')} id={filters.owner_id} onChange={(id) => set({ owner_id: id })} />
            <PersonChip label={t('field.handler')} id={filters.handler_id} onChange={(id) => set({ handler_id: id })} />
            <DepartmentChip id={filters.department_id} onChange={(id) => set({ department_id: id })} />
            <DueChip from={filters.due_from} to={filters.due_to} isOverdue={filters.overdue !== undefined} onChange={set} />
          </>
        }
      />
      <div className={styles.board}>
        {COLUMNS.map((state) => (
          <Column key={state} state={state} query={query} drag={drag} onMove={move} />
        ))}
      </div>
      {dialogs}
    </>
  )
}

type Drag = ReturnType<typeof useDragging<Line>>

interface ColumnProps {
  state: State
  query: ListQuery
  drag: Drag
  onMove: (line: Line, to: State) => void
}

function Column({ state, query, drag, onMove }: ColumnProps) {
  const { t } = useTranslation('board')
  const { t: word } = useTranslation('followup')
  const list = useWorkItems({ ...query, states: [state], sort: state === 'done' ? 'newest' : query.sort })
  const isOpen = drag.dragged !== undefined && stepBetween(drag.dragged.state, state) !== undefined
  const name = word(`stage.${state}`)
  const looks = [styles.column, isOpen && styles.open, isOpen && drag.over === state && styles.over].filter(Boolean).join(' ')
  return (
    <section aria-label={name} className={looks} data-drop={state}>
      <header>
        <h2>{name}</h2>
        {!list.isLoading && <span>{t(list.hasMore ? 'count_more' : 'count', { count: list.items.length })}</span>}
      </header>
      {list.error !== null && list.items.length === 0 && <ErrorState error={list.error} onRetry={list.reload} />}
      {!list.isLoading && !list.error && list.items.length === 0 && <p className={styles.none}>{t('empty')}</p>}
      <ul aria-label={name}>
        {list.items.map((line) => (
          <CardOf key={line.id} line={line} drag={drag} onMove={onMove} />
        ))}
      </ul>
      {list.hasMore && <MoreRows list={list} />}
    </section>
  )
}

function CardOf({ line, drag, onMove }: { line: Line } & Pick<ColumnProps, 'drag' | 'onMove'>) {
  const { t } = useTranslation('board')
  const { t: word } = useTranslation('followup')
  const items = neighboursOf(line.state).map((to) => ({ key: to, label: t('move_to', { name: word(`stage.${to}`) }) }))
  return (
    <li {...drag.grip(line)} className={drag.dragged?.id === line.id ? styles.dragged : undefined}>
      <div className={styles.head}>
        <Link to={`/work-items/${line.id}`} draggable={false}>
          <Importance level={line.importance} /> {line.title}
        </Link>
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onMove(line, key as State) }}>
          <Button type="text" size="small" icon={<DragOutlined />} aria-label={t('move', { title: line.title })} />
        </Dropdown>
      </div>
      <p>
        <PersonName name={line.handler.name} />
        {line.due_at && (
          <span className={line.overdue ? styles.late : undefined}>
            <RelativeTime at={line.due_at} short />
          </span>
        )}
      </p>
    </li>
  )
}
