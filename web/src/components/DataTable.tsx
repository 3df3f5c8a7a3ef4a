import { Table, type TableColumnType } from 'antd'
import type { Key, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CursorList } from '@/lib/useCursorList'
import { useIsPhone } from '@/lib/useMedia'
import { BatchBar } from './BatchBar'
import { CardList } from './CardList'
import { visibleColumns } from './columns'
import styles from './DataTable.module.css'
import { ErrorState } from './ErrorState'
import { MoreRows } from './MoreRows'
import { PageSkeleton } from './PageSkeleton'

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** The word the server sorts by; absent means it can't be sorted. */
  sortBy?: string
  width?: number
  align?: 'start' | 'end' | 'center'
  /** Its part of the phone's card: one title, one status, two secondary fields; the rest stays on the item's page. */
  onCard?: 'title' | 'status' | 'secondary'
  /** Not shown until the person chooses it. */
  isOptional?: boolean
}

interface Props<Row> {
  columns: Column<Row>[]
  list: CursorList<Row>
  rowKey: (row: Row) => string
  /** Where a row leads; the title column becomes the link. */
  rowPath?: (row: Row) => string
  /** The row opens beside the list, which keeps its place. */
  staysInPlace?: boolean
  /** The row shown beside the list. */
  openKey?: string
  /** Columns to show, from `useColumnChoice`; all but the optional ones without it. */
  chosenColumns?: string[]
  sort?: string
  onSort?: (sort: string | undefined) => void
  selection?: { keys: string[]; onChange: (keys: string[]) => void; actions: ReactNode }
  empty: ReactNode
  label: string
}

/** A list from the server: a table on a desk, cards on a phone. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { columns, list, chosenColumns, empty, selection } = props
  const isPhone = useIsPhone()
  if (list.isLoading) return <PageSkeleton />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.items.length === 0) return <>{empty}</>
  return (
    <div className={list.isStale ? styles.stale : undefined} aria-busy={list.isStale}>
      {selection && selection.keys.length > 0 && <BatchBar count={selection.keys.length} onClear={() => selection.onChange([])} actions={selection.actions} />}
      {isPhone ? <CardList {...props} /> : <WideTable {...props} columns={visibleColumns(columns, chosenColumns)} />}
      <MoreRows list={list} />
    </div>
  )
}

function WideTable<Row extends object>({ columns, list, rowKey, rowPath, staysInPlace = false, openKey, sort = '', onSort, selection, label }: Props<Row>) {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  return (
    <div className={styles.table} role="region" aria-label={label}>
      <Table<Row>
        dataSource={list.items}
        rowKey={rowKey}
        columns={columns.map((column) => antColumn(column, sort, rowPath, staysInPlace))}
        pagination={false}
        sticky={{ offsetHeader: 64 }}
        scroll={{ x: 'max-content' }}
        showSorterTooltip={false}
        rowSelection={
          selection && {
            selectedRowKeys: selection.keys,
            // Rows chosen on an earlier filter stay chosen.
            preserveSelectedRowKeys: true,
            onChange: (keys: Key[]) => selection.onChange(keys.map(String)),
            getTitleCheckboxProps: () => ({ 'aria-label': t('table.select_all') }),
            getCheckboxProps: () => ({ 'aria-label': t('table.select_row') }),
          }
        }
        onRow={(row) => ({
          'data-row': rowKey(row),
          'aria-current': rowKey(row) === openKey || undefined,
          ...(rowPath && { className: styles.clickable, onClick: (event) => isPlainClick(event) && void navigate(rowPath(row), { preventScrollReset: staysInPlace }) }),
        })}
        onChange={(_page, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          onSort?.(one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : undefined)
        }}
      />
    </div>
  )
}

function antColumn<Row>(column: Column<Row>, sort: string, rowPath: ((row: Row) => string) | undefined, staysInPlace: boolean): TableColumnType<Row> {
  const isSorted = sort.replace(/^-/, '') === column.sortBy
  const isTitle = column.onCard === 'title'
  return {
    key: column.sortBy ?? column.key,
    title: column.title,
    width: column.width,
    align: column.align,
    sorter: column.sortBy !== undefined,
    sortOrder: column.sortBy && isSorted ? (sort.startsWith('-') ? 'descend' : 'ascend') : null,
    render: (_value, row) =>
      isTitle && rowPath ? (
        <Link to={rowPath(row)} className={styles.title} preventScrollReset={staysInPlace}>
          {column.render(row)}
        </Link>
      ) : (
        column.render(row)
      ),
  }
}

/** Links, buttons and selected text in a row keep their own meaning. */
function isPlainClick(event: React.MouseEvent): boolean {
  const inside = event.target instanceof Element && event.target.closest('a, button, input, label, .ant-checkbox-wrapper, .ant-dropdown')
  return !inside && !getSelection()?.toString()
}
