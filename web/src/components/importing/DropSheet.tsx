import { InboxOutlined } from '@ant-design/icons'
import { useState, type DragEvent } from 'react'
import styles from './Import.module.css'

interface Props {
  text: string
  note: string
  onFile: (file: File) => void
}

/** Where a spreadsheet is dropped or chosen. */
export function DropSheet({ text, note, onFile }: Props) {
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined) => file && onFile(file)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <label
      className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <InboxOutlined />
      <strong>{text}</strong>
      <span>{note}</span>
      <input
        type="file"
        accept=".xlsx,.csv"
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </label>
  )
}
