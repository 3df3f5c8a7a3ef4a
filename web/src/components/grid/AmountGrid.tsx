import { LockOutlined } from '@ant-design/icons'
import { useId, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useIsPhone, useMedia } from '@/lib/useMedia'
import styles from './AmountGrid.module.css'
import { Cell, FigureCell, type Figure, type GridCell } from './GridCell'
import { GridTools } from './GridTools'
import { type Change, filled, isWithin, kept, moved, pasted, type Place, rangeOf, repeated, tableOf, textOf, toFill } from './places'
import { useFillHandle } from './useFillHandle'

export type { Figure, GridCell } from './GridCell'

export interface GridLine {
  key: string
  label: ReactNode
  isLocked?: boolean
}

/** A column behind the cells or a row below them: totals, gaps. */
export interface Figures {
  key: string
  label: string
  at: (index: number) => Figure | undefined
  /** Where it meets the figures of the other direction, by their key. */
  whole?: (key: string) => Figure | undefined
}

/** What of a paste, a fill or a cut was left out, and why. */
export interface LeftOut {
  /** Cells that cannot be changed. */
  locked: number
  /** Cells of a pasted table that would stand outside of the grid. */
  outside: number
}

interface Props {
  label: string
  /** Above the row labels. */
  corner: string
  rows: GridLine[]
  columns: GridLine[]
  cellAt: (place: Place) => GridCell
  onChange: (changes: Change[]) => void
  onLeftOut?: (leftOut: LeftOut) => void
  onUndo?: () => void
  onRedo?: () => void
  isRedoable?: boolean
  onSelect?: (active: Place) => void
  beside?: Figures[]
  below?: Figures[]
}

/**
 * Amounts edited like a spreadsheet: arrows, typing in any input method, Enter and Tab, copy, cut and paste, selecting by dragging,
 * a handle that fills, Ctrl-R and Ctrl-D fill, Delete empties, Ctrl-Z takes back and Ctrl-Y does again.
 */
export function AmountGrid({ label, corner, rows, columns, cellAt, onChange, onLeftOut, onUndo, onRedo, isRedoable = false, onSelect, beside = [], below = [] }: Props) {
  const isPhone = useIsPhone()
  // There a field that has the focus would bring up the keyboard with every touch.
  const isTouched = useMedia('(pointer: coarse)') || isPhone
  const id = useId()
  const [lastActive, setActive] = useState<Place>({ row: 0, column: 0 })
  const [lastAnchor, setAnchor] = useState<Place>({ row: 0, column: 0 })
  // Rows may have gone since.
  const active = kept(lastActive, rows.length, columns.length)
  const anchor = kept(lastAnchor, rows.length, columns.length)
  const [typed, setTyped] = useState<string>()
  const table = useRef<HTMLTableElement>(null)
  const takesFocus = useRef(false)
  // Set while something is typed: leaving the field by a key makes it lose the focus, too.
  const isOpen = useRef(false)
  const isSelecting = useRef(false)
  const selected = rangeOf(anchor, active)
  const isEditing = typed !== undefined

  useLayoutEffect(() => {
    if (isEditing || !takesFocus.current) return
    takesFocus.current = false
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${active.row}/${active.column}"]`)
    const field = cell?.querySelector('input')
    ;(field ?? cell)?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, isEditing])

  const go = (to: Place, extend = false) => {
    takesFocus.current = true
    setActive(to)
    if (!extend) setAnchor(to)
    onSelect?.(to)
  }
  const typedAt = (place: Place) => cellAt(place).amount ?? ''
  const edit = (text: string) => {
    if (cellAt(active).isReadOnly) return onLeftOut?.({ locked: 1, outside: 0 })
    isOpen.current = true
    setTyped(text)
  }
  const change = (changes: Change[], outside = 0) => {
    const different = changes.filter((each) => each.typed !== (cellAt(each).amount ?? ''))
    const open = different.filter((each) => !cellAt(each).isReadOnly)
    if (open.length > 0) onChange(open)
    const leftOut = { locked: different.length - open.length, outside }
    if (leftOut.locked > 0 || outside > 0) onLeftOut?.(leftOut)
  }
  const commit = (next?: Place) => {
    if (typed === undefined || !isOpen.current) return
    isOpen.current = false
    change([{ ...active, typed }])
    setTyped(undefined)
    if (next) go(next)
  }
  const empty = () => change(pasted([['']], selected, rows.length, columns.length).changes)
  const fill = (direction: 'right' | 'down') => {
    const range = toFill(selected, direction, rows.length, columns.length)
    change(filled(range, direction, typedAt))
    setAnchor(range.from)
    setActive(range.to)
  }
  const handle = useFillHandle(selected, (range) => {
    change(repeated(selected, range, typedAt))
    setAnchor(range.from)
    takesFocus.current = true
    setActive(range.to)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    // The key that begins or ends a composition belongs to the input method.
    if (event.nativeEvent.isComposing || event.key === 'Process') return
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
    } else if (isCommand && (event.key.toLowerCase() === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z'))) onRedo?.()
    else if (isCommand && event.key.toLowerCase() === 'z') onUndo?.()
    else if (isCommand && event.key.toLowerCase() === 'r') change(filled(selected, 'right', typedAt))
    else if (isCommand && event.key.toLowerCase() === 'd') change(filled(selected, 'down', typedAt))
    else if (event.key === 'Enter' || event.key === 'F2') edit(typedAt(active))
    else if (event.key === 'Delete' || event.key === 'Backspace') empty()
    else if (event.key === 'Escape') setAnchor(active)
    else if (event.key.length === 1 && !isCommand && !event.altKey) {
      // The field under the active cell takes the key itself, as it takes what an input method writes.
      if (!isTouched && !cellAt(active).isReadOnly) return
      edit(event.key)
    } else return
    event.preventDefault()
  }
  const onMouseMove = (event: MouseEvent) => {
    if (!isSelecting.current || isEditing) return
    if ((event.buttons & 1) === 0) return void (isSelecting.current = false)
    const spot = (event.target as HTMLElement).closest<HTMLElement>('[data-place]')?.dataset.place?.split('/').map(Number)
    if (spot && (spot[0] !== active.row || spot[1] !== active.column)) go({ row: spot[0]!, column: spot[1]! }, true)
  }
  const press = (place: Place, extend: boolean) => {
    if (isEditing) return commit(place)
    if (isTouched && active.row === place.row && active.column === place.column) return edit(typedAt(place))
    isSelecting.current = !isTouched
    go(place, extend)
  }
  const onCopy = (event: ClipboardEvent) => {
    if (isEditing) return
    const copied = rows.slice(selected.from.row, selected.to.row + 1).map((_, i) => columns.slice(selected.from.column, selected.to.column + 1).map((__, j) => typedAt({ row: selected.from.row + i, column: selected.from.column + j })))
    event.clipboardData.setData('text/plain', textOf(copied))
    event.preventDefault()
  }
  const onCut = (event: ClipboardEvent) => {
    if (isEditing) return
    onCopy(event)
    empty()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isEditing) return
    const { changes, outside } = pasted(tableOf(event.clipboardData.getData('text/plain')), selected, rows.length, columns.length)
    const last = changes.at(-1)
    if (last) {
      setAnchor(selected.from)
      setActive(last)
    }
    change(changes, outside)
    event.preventDefault()
  }

  const isLast = (row: number, column: number) => selected.to.row === row && selected.to.column === column
  return (
    <>
      {isTouched && <GridTools onFill={fill} onEmpty={empty} onRedo={onRedo} isRedoable={isRedoable} />}
      <div className={styles.frame} tabIndex={-1}>
        <table ref={table} className={styles.grid} role="grid" aria-label={label} aria-multiselectable aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} onKeyDown={onKeyDown} onCopy={onCopy} onCut={onCut} onPaste={onPaste} onMouseMove={onMouseMove}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {corner}
              </th>
              {columns.map((column, j) => (
                <th key={column.key} id={`${id}-c${j}`} scope="col">
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
                <th id={`${id}-r${i}`} scope="row">
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
                      named={`${id}-r${i} ${id}-c${j}`}
                      isActive={isActive}
                      isSelected={isWithin(selected, place)}
                      isReached={handle.reach !== undefined && isWithin(handle.reach, place)}
                      hasField={isActive && !isTouched}
                      typed={isActive ? typed : undefined}
                      onType={isEditing ? setTyped : edit}
                      onLeave={() => commit()}
                      onPress={(extend) => press(place, extend)}
                      onOpen={() => edit(typedAt(place))}
                      handle={!isEditing && isLast(i, j) && <span className={styles.handle} data-fill aria-hidden {...handle.handlers} />}
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
    </>
  )
}
