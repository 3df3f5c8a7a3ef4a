import { DiffOutlined, LockOutlined, NodeIndexOutlined } from '@ant-design/icons'
import { amountText } from './amounts'
import styles from './AmountGrid.module.css'
import type { Place } from './places'

export interface GridCell {
  /** As the server keeps it; null: empty. */
  amount: string | null
  isReadOnly?: boolean
  /** Why it cannot be changed, or what is wrong with what was typed. */
  hint?: string
  mark?: 'locked' | 'fed' | 'waiting' | 'wrong'
  /** What it and its parts do not agree in. */
  gap?: string
}

export interface Figure {
  text: string
  tone?: 'late' | 'done' | 'quiet'
}

interface Props {
  place: Place
  cell: GridCell
  /** The ids of what names it: its row and its column. */
  named: string
  isActive: boolean
  isSelected: boolean
  /** Where a fill under way would reach. */
  isReached: boolean
  /** Under the active cell there is always a field, so that an input method has something to write into. */
  hasField: boolean
  /** What is being typed into it. */
  typed: string | undefined
  onType: (text: string) => void
  onLeave: () => void
  onPress: (extend: boolean) => void
  onOpen: () => void
  handle?: React.ReactNode
}

const MARKS = { locked: LockOutlined, fed: NodeIndexOutlined, waiting: undefined, wrong: undefined }

export function Cell({ place, cell, named, isActive, isSelected, isReached, hasField, typed, onType, onLeave, onPress, onOpen, handle }: Props) {
  const Mark = cell.mark && MARKS[cell.mark]
  const isEditing = typed !== undefined
  const names = [styles.cell, isSelected && styles.selected, isReached && styles.reached, isActive && styles.active, isEditing && styles.editing, cell.mark && styles[cell.mark]]
  const valueId = `${named.split(' ')[0]}-value`
  return (
    <td
      role="gridcell"
      data-place={`${place.row}/${place.column}`}
      className={names.filter(Boolean).join(' ')}
      tabIndex={isActive && !hasField && !isEditing ? 0 : -1}
      aria-selected={isSelected}
      aria-readonly={cell.isReadOnly}
      aria-invalid={cell.mark === 'wrong' || undefined}
      title={[cell.hint, cell.gap].filter(Boolean).join('\n') || undefined}
      onMouseDown={(event) => {
        if (isEditing) return
        event.preventDefault()
        onPress(event.shiftKey)
      }}
      onDoubleClick={onOpen}
    >
      <span id={isActive ? valueId : undefined} className={styles.value}>
        {Mark && <Mark />}
        {cell.gap && <DiffOutlined className={styles.gap} aria-label={cell.gap} />}
        {amountText(cell.amount)}
      </span>
      {(hasField || isEditing) && (
        <input
          autoFocus={isEditing}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? ''}
          readOnly={cell.isReadOnly}
          aria-labelledby={`${named} ${valueId}`}
          onCompositionStart={() => !isEditing && !cell.isReadOnly && onType('')}
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave}
        />
      )}
      {handle}
    </td>
  )
}

export function FigureCell({ figure }: { figure: Figure | undefined }) {
  return <td className={figure?.tone ? `${styles.figure} ${styles[figure.tone]}` : styles.figure}>{figure?.text}</td>
}
