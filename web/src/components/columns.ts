import { useCallback, useState } from 'react'
import { readStored, removeStored, writeStored } from '@/lib/deviceSettings'
import type { Column } from './DataTable'

export function visibleColumns<Row>(columns: Column<Row>[], chosen?: string[]): Column<Row>[] {
  return columns.filter((column) => (chosen ? chosen.includes(column.key) || column.onCard === 'title' : !column.isOptional))
}

/** Which columns this person wants to see in that table, kept on the device. Undefined = as designed. */
export function useColumnChoice(table: string): [string[] | undefined, (keys: string[] | undefined) => void] {
  const storageKey = `zx.columns.${table}`
  const [chosen, setChosen] = useState(() => read(storageKey))
  const choose = useCallback(
    (keys: string[] | undefined) => {
      setChosen(keys)
      if (keys) writeStored(storageKey, JSON.stringify(keys))
      else removeStored(storageKey)
    },
    [storageKey],
  )
  return [chosen, choose]
}

function read(key: string): string[] | undefined {
  try {
    const kept: unknown = JSON.parse(readStored(key) ?? 'null')
    return Array.isArray(kept) ? kept.map(String) : undefined
  } catch {
    return undefined
  }
}
