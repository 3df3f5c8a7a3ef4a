import { ImportOutlined, PlusOutlined, RetweetOutlined, SortAscendingOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Segmented } from 'antd'
import { lazy, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { ColumnChoice } from '@/components/ColumnChoice'
import { useColumnChoice, visibleColumns } from '@/components/columns'
import { DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { FilterBar } from '@/components/FilterBar'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import type { Schema } from '@/lib/api-types'
import { useChangesOfMany } from '@/lib/live'
import { workItemsKey } from '@/lib/queryKeys'
import { useMay } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { useIsPhone } from '@/lib/useMedia'
import { useRowKeys } from '@/lib/useRowKeys'
import { useWorkItems } from '../requests/useWorkItems'
import { useColumns } from './columns'
import { DepartmentChip } from './DepartmentChip'
import { DueChip } from './DueChip'
import { ExportMenu, type ListColumn } from './ExportMenu'
import { useFilters } from './filters'
import styles from './List.module.css'
import { PersonChip } from './PersonChip'
import { PromisedChip } from './PromisedChip'
import { FILTERS, queryFrom } from './query'
import { SavedViews } from './SavedViews'
import { ViewSwitch } from './ViewSwitch'

const BatchClose = lazy(async () => ({ default: (await import('./BatchClose')).BatchClose }))
const BatchChange = lazy(async () => ({ default: (await import('./BatchChange')).BatchChange }))
const ItemDrawer = lazy(async () => ({ default: (await import('./ItemDrawer')).ItemDrawer }))
const NewItem = lazy(async () => ({ default: (await import('./NewItem')).NewItem }))

const WHOSE: Schema<'Whose'>[] = ['all', 'owned', 'handled', 'participating', 'team']
const ORDERS: Schema<'Order'>[] = ['due', 'next_follow_up', 'newest', 'importance']

/** What stays in the address beside the filters: the item shown, the form being filled in. */
function useBeside() {
  const [search, setSearch] = useSearchParams()
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { preventScrollReset: true, replace: value === undefined },
    )
  const pathOf = (id: string) => {
    const next = new URLSearchParams(search)
    next.set('item', id)
    return `/work-items?${next.toString()}`
  }
  return { item: search.get('item') ?? undefined, isNew: search.has('new'), set, pathOf }
}

export function ListPage() {
  const { t } = useTranslation('work')
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { q, filters, set, clear } = useListState(FILTERS)
  const query = queryFrom(q, filters)
  const list = useWorkItems(query)
  const columns = useColumns()
  const [chosen, setChosen] = useColumnChoice('work_items')
  const [selected, setSelected] = useState<string[]>([])
  const [isChanging, setChanging] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const mayAssign = useMay('work.assign')
  const mayImport = useMay('work.import')
  const beside = useBeside()
  const onKeyDown = useRowKeys()
  useChangesOfMany('work_item', () => void queryClient.invalidateQueries({ queryKey: workItemsKey }))

  const made = useRef<string>(undefined)
  // The form closes once it has made the item; two steps in the address at once would undo each other.
  const closeNew = () => (made.current ? void navigate(`/work-items/${made.current}`, { replace: true }) : beside.set('new', undefined))

  const { whose, order, ...narrowing } = filters
  const isNarrowed = q !== '' || Object.keys(narrowing).length > 0
  const actions = (
    <>
      {!isPhone && <ViewSwitch shown="list" />}
      {!isPhone && (
        <Link to="/work-items/series">
          <Button icon={<RetweetOutlined />}>{t('list.series')}</Button>
        </Link>
      )}
      {mayImport && !isPhone && (
        <Link to="/work-items/import">
          <Button icon={<ImportOutlined />}>{t('import.title')}</Button>
        </Link>
      )}
      <Button type="primary" icon={<PlusOutlined />} onClick={() => beside.set('new', '1')}>
        {t('new.title')}
      </Button>
    </>
  )
  const batchActions = (
    <>
      {mayAssign && <Button onClick={() => setChanging(true)}>{t('batch.open')}</Button>}
      <Button onClick={() => setClosing(true)}>{t('batch_close.open')}</Button>
    </>
  )
  return (
    <>
      <PageHeader title={t('list.title')} actions={actions} />
      <div className={styles.top}>
        {isPhone && <ViewSwitch shown="list" />}
        <Segmented aria-label={t('list.whose')} value={whose ?? 'all'} onChange={(next) => set({ whose: next === 'all' ? undefined : next })} options={WHOSE.map((value) => ({ value, label: t(`whose.${value}`) }))} />
        <div className={styles.tools}>
          <Dropdown trigger={['click']} menu={{ selectable: true, selectedKeys: [order ?? 'due'], items: ORDERS.map((key) => ({ key, label: t(`order.${key}`) })), onClick: ({ key }) => set({ order: key === 'due' ? undefined : key }) }}>
            <Button icon={<SortAscendingOutlined />}>{t(`order.${order ?? 'due'}`)}</Button>
          </Dropdown>
          <SavedViews />
          {!isPhone && <ColumnChoice columns={columns} chosen={chosen} onChange={setChosen} />}
          <ExportMenu query={query} columns={visibleColumns(columns, chosen).map((column) => column.key as ListColumn)} />
        </div>
      </div>
      <FilterBar
        q={q}
        values={narrowing}
        filters={useFilters()}
        placeholder={t('list.search')}
        onChange={set}
        onClear={clear}
        chips={
          <>
            <PersonChip label={t('field.owner')} id={filters.owner_id} onChange={(id) => set({ owner_id: id })} />
            <PersonChip label={t('field.handler')} id={filters.handler_id} onChange={(id) => set({ handler_id: id })} />
            <DepartmentChip id={filters.department_id} onChange={(id) => set({ department_id: id })} />
            <DueChip from={filters.due_from} to={filters.due_to} isOverdue={filters.overdue !== undefined} onChange={set} />
            <PromisedChip filters={filters} onChange={set} />
          </>
        }
      />
      <div onKeyDown={onKeyDown}>
        <DataTable
          columns={columns}
          list={list}
          rowKey={(line) => line.id}
          rowPath={isPhone ? (line) => `/work-items/${line.id}` : (line) => beside.pathOf(line.id)}
          staysInPlace={!isPhone}
          openKey={beside.item}
          chosenColumns={chosen}
          selection={{ keys: selected, onChange: setSelected, actions: batchActions }}
          label={t('list.title')}
          empty={isNarrowed ? <EmptyState title={t('list.none_found')} text={t('list.none_found_text')} action={<Button onClick={clear}>{t('filter.clear')}</Button>} /> : <EmptyState title={t('list.none')} text={t('list.none_text')} action={<Button type="primary" icon={<PlusOutlined />} onClick={() => beside.set('new', '1')}>{t('new.title')}</Button>} />}
        />
      </div>
      <OnceOpened isOpen={!isPhone && beside.item !== undefined}>
        <ItemDrawer id={isPhone ? undefined : beside.item} onClose={() => beside.set('item', undefined)} />
      </OnceOpened>
      <OnceOpened isOpen={beside.isNew}>
        <NewItem isOpen={beside.isNew} onClose={closeNew} onCreated={(item) => (made.current = item.id)} />
      </OnceOpened>
      <OnceOpened isOpen={isClosing}>
        <BatchClose ids={selected} isOpen={isClosing} onClose={() => setClosing(false)} onDone={setSelected} />
      </OnceOpened>
      <OnceOpened isOpen={isChanging}>
        <BatchChange ids={selected} isOpen={isChanging} onClose={() => setChanging(false)} onDone={() => setSelected([])} />
      </OnceOpened>
    </>
  )
}
