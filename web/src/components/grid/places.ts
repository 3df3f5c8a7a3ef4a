/** Where a cell stands in the grid as it is shown, from 0. */
export interface Place {
  row: number
  column: number
}

export interface Range {
  from: Place
  to: Place
}

export interface Change extends Place {
  /** As typed; whoever knows what the cell means reads it. */
  typed: string
}

export function rangeOf(anchor: Place, active: Place): Range {
  return {
    from: { row: Math.min(anchor.row, active.row), column: Math.min(anchor.column, active.column) },
    to: { row: Math.max(anchor.row, active.row), column: Math.max(anchor.column, active.column) },
  }
}

export function isWithin({ from, to }: Range, { row, column }: Place): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

/** The same place, or the nearest one there still is. */
export function kept(place: Place, rows: number, columns: number): Place {
  return place.row < rows && place.column < columns ? place : { row: clamp(place.row, rows), column: clamp(place.column, columns) }
}

/** Where a key leads; undefined when it moves nothing. With Ctrl it goes to the edge. */
export function moved(place: Place, key: string, toEdge: boolean, rows: number, columns: number): Place | undefined {
  const step = toEdge ? Infinity : 1
  const by = (row: number, column: number) => ({ row: clamp(place.row + row, rows), column: clamp(place.column + column, columns) })
  switch (key) {
    case 'ArrowUp':
      return by(-step, 0)
    case 'ArrowDown':
      return by(step, 0)
    case 'ArrowLeft':
      return by(0, -step)
    case 'ArrowRight':
      return by(0, step)
    case 'Home':
      return toEdge ? { row: 0, column: 0 } : { ...place, column: 0 }
    case 'End':
      return { row: toEdge ? rows - 1 : place.row, column: columns - 1 }
    case 'PageUp':
      return by(-10, 0)
    case 'PageDown':
      return by(10, 0)
    default:
      return undefined
  }
}

/** Cells as spreadsheets put them on the clipboard: tabs and lines; a quoted cell may hold both. */
export function tableOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') cell += text[++i]!
      else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)!.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  rows.at(-1)!.push(cell)
  // A copied range ends with a line break.
  if (rows.length > 1 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === '') rows.pop()
  return rows
}

export function textOf(table: string[][]): string {
  return table.map((row) => row.join('\t')).join('\n')
}

export interface Pasted {
  changes: Change[]
  /** How many cells of the table would stand outside of the grid. */
  outside: number
}

/** A pasted table from the selection's first cell on; a single value fills the whole selection. What stands outside of the grid is counted. */
export function pasted(table: string[][], { from, to }: Range, rows: number, columns: number): Pasted {
  const isSingle = table.length === 1 && table[0]!.length === 1
  const height = isSingle ? to.row - from.row + 1 : table.length
  const changes: Change[] = []
  let outside = 0
  for (let i = 0; i < height; i++) {
    const width = isSingle ? to.column - from.column + 1 : table[i]!.length
    for (let j = 0; j < width; j++) {
      const place = { row: from.row + i, column: from.column + j }
      const typed = isSingle ? table[0]![0]! : table[i]![j]!
      if (place.row < rows && place.column < columns) changes.push({ ...place, typed })
      else if (typed.trim() !== '') outside++
    }
  }
  return { changes, outside }
}

/** Where the selection grows to when its corner is pulled to a place: in one direction, the one it is pulled farther. */
export function pulled({ from, to }: Range, place: Place): Range {
  const rows = place.row > to.row ? place.row - to.row : Math.min(0, place.row - from.row)
  const columns = place.column > to.column ? place.column - to.column : Math.min(0, place.column - from.column)
  if (Math.abs(rows) >= Math.abs(columns)) return { from: { ...from, row: from.row + Math.min(0, rows) }, to: { ...to, row: to.row + Math.max(0, rows) } }
  return { from: { ...from, column: from.column + Math.min(0, columns) }, to: { ...to, column: to.column + Math.max(0, columns) } }
}

/** What the source says, again and again over the rest of the range. */
export function repeated(source: Range, range: Range, typedAt: (place: Place) => string): Change[] {
  const height = source.to.row - source.from.row + 1
  const width = source.to.column - source.from.column + 1
  const within = (offset: number, size: number) => ((offset % size) + size) % size
  const changes: Change[] = []
  for (let row = range.from.row; row <= range.to.row; row++) {
    for (let column = range.from.column; column <= range.to.column; column++) {
      if (isWithin(source, { row, column })) continue
      const from = { row: source.from.row + within(row - source.from.row, height), column: source.from.column + within(column - source.from.column, width) }
      changes.push({ row, column, typed: typedAt(from) })
    }
  }
  return changes
}

/** What a fill button means: the selection itself, or from a single column or row on to the edge. */
export function toFill({ from, to }: Range, direction: 'right' | 'down', rows: number, columns: number): Range {
  const isSingle = direction === 'right' ? from.column === to.column : from.row === to.row
  if (!isSingle) return { from, to }
  return { from, to: direction === 'right' ? { ...to, column: columns - 1 } : { ...to, row: rows - 1 } }
}

/** The first column's values to the right, or the first row's downwards, over the selection. */
export function filled(range: Range, direction: 'right' | 'down', typedAt: (place: Place) => string): Change[] {
  const changes: Change[] = []
  for (let row = range.from.row; row <= range.to.row; row++) {
    for (let column = range.from.column; column <= range.to.column; column++) {
      const source = direction === 'right' ? { row, column: range.from.column } : { row: range.from.row, column }
      if (source.row !== row || source.column !== column) changes.push({ row, column, typed: typedAt(source) })
    }
  }
  return changes
}
