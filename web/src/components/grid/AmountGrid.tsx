import { LockOutlined, NodeIndexOutlined } from '@ant-design/icons'
import { useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useIsPhone } from '@/lib/useMedia'
import { amountText } from './amounts'
import styles from './AmountGrid.module.css'
import { type Change, filled, isWithin, moved, pasted, type Place, rangeOf, tableOf, textOf } from './places'

export interface GridLine {
  key: string
  label: ReactNode
  isLocked?: boolean
}

export interface GridCell {
  /** As the server keeps it; null: empty. */
  amount: string | null
  isReadOnly?: boolean
  /** Why it cannot be changed, or what is wrong with what was typed. */
  hint?: string
  mark?: 'locked' | 'fed' | 'waiting' | 'wrong'
}

export interface Figure {
  text: string
  tone?: 'late' | 'done' | 'quiet'
}

/** A column behind the cells or a row below them: totals, gaps. */
export interface Figures {
  key: string
  label: string
  at: (index: number) => Figure | undefined
  /** Where it meets the figures of the other direction, by their key. */
  whole?: (key: string) => Figure | undefined
}

interface Props {
  label: string
  /** Above the row labels. */
  corner: string
  rows: GridLine[]
  columns: GridLine[]
  cellAt: (place: Place) => GridCell
  onChange: (changes: Change[]) => void
  onUndo?: () => void
  onSelect?: (active: Place) => void
  beside?: Figures[]
  below?: Figures[]
}

/** Amounts edited like a spreadsheet: arrows, typing, Enter and Tab, copy and paste, Ctrl-R and Ctrl-D fill, Delete empties, Ctrl-Z takes back. */
export function AmountGrid({ label, corner, rows, columns, cellAt, onChange, onUndo, onSelect, beside = [], below = [] }: Props) {
  const isPhone = useIsPhone()
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 })
  const [typed, setTyped] = useState<string>()
  const table = useRef<HTMLTableElement>(null)
  const takesFocus = useRef(false)
  // Set while something is typed: leaving the field by a key makes it lose the focus, too.
  const isOpen = useRef(false)
  const selected = rangeOf(anchor, active)
  const isEditing = typed !== undefined

  useLayoutEffect(() => {
    if (isEditing || !takesFocus.current) return
    takesFocus.current = false
    table.current?.querySelector<HTMLElement>(`[data-place="${active.row}/${active.column}"]`)?.focus()
  }, [active, isEditing])

  const go = (to: Place, extend = false) => {
    takesFocus.current = true
    setActive(to)
    if (!extend) setAnchor(to)
    onSelect?.(to)
  }
  const edit = (text: string) => {
    if (cellAt(active).isReadOnly) return
    isOpen.current = true
    setTyped(text)
  }
  const change = (changes: Change[]) => {
    const open = changes.filter((each) => !cellAt(each).isReadOnly && each.typed !== (cellAt(each).amount ?? ''))
    if (open.length > 0) onChange(open)
  }
  const commit = (next?: Place) => {
    if (typed === undefined || !isOpen.current) return
    isOpen.current = false
    change([{ ...active, typed }])
    setTyped(undefined)
    takesFocus.current = true
    if (next) go(next)
  }
  const typedAt = (place: Place) => cellAt(place).amount ?? ''

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isCommand = event.ctrlKey || event.metaKey
    const below = { ...active, row: Math.min(rows.length - 1, active.row + (event.shiftKey ? -1 : 1)) }
    const nextColumn = active.column + (event.shiftKey ? -1 : 1)
    if (isEditing) {
      if (event.key === 'Enter') commit({ ...below, row: Math.max(0, below.row) })
      else if (event.key === 'Tab' && nextColumn >= 0 && nextColumn < columns.length) commit({ ...active, column: nextColumn })
      else if (event.key === 'Escape') {
        isOpen.current = false
        setTyped(undefined)
        takesFocus.current = true
        setActive({ ...active })
      } else return
      return event.preventDefault()
    }
    const to = moved(active, event.key, isCommand, rows.length, columns.length)
    if (to) go(to, event.shiftKey)
    else if (isCommand && event.key.toLowerCase() === 'a') {
      setAnchor({ row: 0, column: 0 })
      setActive({ row: rows.length - 1, column: columns.length - 1 })
    } else if (isCommand && event.key.toLowerCase() === 'z') onUndo?.()
    else if (isCommand && event.key.toLowerCase() === 'r') change(filled(selected, 'right', typedAt))
    else if (isCommand && event.key.toLowerCase() === 'd') change(filled(selected, 'down', typedAt))
    else if (event.key === 'Enter' || event.key === 'F2') edit(typedAt(active))
    else if (event.key === 'Delete' || event.key === 'Backspace') change(pasted([['']], selected, rows.length, columns.length))
    else if (event.key === 'Escape') setAnchor(active)
    else if (event.key.length === 1 && !isCommand && !event.altKey) edit(event.key)
    else return
    event.preventDefault()
  }
  const onCopy = (event: ClipboardEvent) => {
    if (isEditing) return
    const copied = rows.slice(selected.from.row, selected.to.row + 1).map((_, i) => columns.slice(selected.from.column, selected.to.column + 1).map((__, j) => typedAt({ row: selected.from.row + i, column: selected.from.column + j })))
    event.clipboardData.setData('text/plain', textOf(copied))
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isEditing) return
    const changes = pasted(tableOf(event.clipboardData.getData('text/plain')), selected, rows.length, columns.length)
    const last = changes.at(-1)
    if (last) {
      setAnchor(selected.from)
      setActive(last)
    }
    change(changes)
    event.preventDefault()
  }

  return (
    <div className={styles.frame} tabIndex={-1}>
      <table ref={table} className={styles.grid} role="grid" aria-label={label} aria-multiselectable aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} onKeyDown={onKeyDown} onCopy={onCopy} onPaste={onPaste}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label} {column.isLocked && <LockOutlined />}
              </th>
            ))}
            {beside.map((figures) => (
              <th key={figures.key} scope="col" className={styles.figure}>
                {figures.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label} {row.isLocked && <LockOutlined />}
              </th>
              {columns.map((column, j) => {
                const place = { row: i, column: j }
                const isActive = active.row === i && active.column === j
                return (
                  <Cell
                    key={column.key}
                    place={place}
                    cell={cellAt(place)}
                    isActive={isActive}
                    isSelected={isWithin(selected, place)}
                    typed={isActive ? typed : undefined}
                    onType={setTyped}
                    onLeave={() => commit()}
                    onPress={(extend) => (isPhone && isActive ? edit(typedAt(place)) : go(place, extend))}
                    onOpen={() => edit(typedAt(place))}
                  />
                )
              })}
              {beside.map((figures) => (
                <FigureCell key={figures.key} figure={figures.at(i)} />
              ))}
            </tr>
          ))}
        </tbody>
        {below.length > 0 && (
          <tfoot>
            {below.map((figures) => (
              <tr key={figures.key}>
                <th scope="row">{figures.label}</th>
                {columns.map((column, j) => (
                  <FigureCell key={column.key} figure={figures.at(j)} />
                ))}
                {beside.map((other) => (
                  <FigureCell key={other.key} figure={figures.whole?.(other.key)} />
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface CellProps {
  place: Place
  cell: GridCell
  isActive: boolean
  isSelected: boolean
  /** What is being typed into it. */
  typed: string | undefined
  onType: (text: string) => void
  onLeave: () => void
  onPress: (extend: boolean) => void
  onOpen: () => void
}

const MARKS = { locked: LockOutlined, fed: NodeIndexOutlined, waiting: undefined, wrong: undefined }

function Cell({ place, cell, isActive, isSelected, typed, onType, onLeave, onPress, onOpen }: CellProps) {
  const Mark = cell.mark && MARKS[cell.mark]
  const names = [styles.cell, isSelected && styles.selected, isActive && styles.active, cell.mark && styles[cell.mark]]
  return (
    <td
      role="gridcell"
      data-place={`${place.row}/${place.column}`}
      className={names.filter(Boolean).join(' ')}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isSelected}
      aria-readonly={cell.isReadOnly}
      aria-invalid={cell.mark === 'wrong' || undefined}
      title={cell.hint}
      onMouseDown={(event) => {
        if (typed !== undefined) return
        event.preventDefault()
        onPress(event.shiftKey)
      }}
      onDoubleClick={onOpen}
    >
      {typed === undefined ? (
        <>
          {Mark && <Mark />}
          {amountText(cell.amount)}
        </>
      ) : (
        <input autoFocus inputMode="decimal" value={typed} aria-label={String(cell.hint ?? '')} onChange={(event) => onType(event.target.value)} onBlur={onLeave} />
      )}
    </td>
  )
}

function FigureCell({ figure }: { figure: Figure | undefined }) {
  return <td className={figure?.tone ? `${styles.figure} ${styles[figure.tone]}` : styles.figure}>{figure?.text}</td>
}
