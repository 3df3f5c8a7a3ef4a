import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { amountOf } from '@/components/grid/amounts'
import type { Change } from '@/components/grid/places'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useChangeCells } from '../requests/useTargetSheet'
import { keyOf, type Layout } from './layout'

type CellChange = Schema<'TargetCellChange'>

interface Waiting {
  key: string
  change: CellChange
}

/**
 * What was typed stands in the grid at once and is sent in turn, each batch on the version the one before left. What the
 * server refuses goes back to what it was, and the cell says why.
 */
export function useSheetEditing(id: string, layout: Layout) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const send = useChangeCells(id)
  const [waiting, setWaiting] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map())
  const queue = useRef<Waiting[]>([])
  const sending = useRef(Promise.resolve())

  const settle = (batch: Waiting[]) => {
    const later = new Set(queue.current.map((each) => each.key))
    setWaiting((now) => new Map([...now].filter(([key]) => later.has(key) || !batch.some((each) => each.key === key))))
  }
  const refuse = (batch: Waiting[], error: unknown) => {
    const problem = asProblem(error)
    const text = problemText(problem)
    const named = problem.errors.map((each) => [batch[Number(/^changes\.(\d+)/.exec(each.field)?.[1])]?.key, each.message] as const)
    const marks = named.filter((each): each is readonly [string, string] => each[0] !== undefined)
    setWrong((now) => new Map([...now, ...(marks.length > 0 ? marks : batch.map((each) => [each.key, text] as const))]))
    toast.error(marks[0]?.[1] ?? text)
  }
  const sendQueue = async () => {
    while (queue.current.length > 0) {
      const batch = queue.current.splice(0)
      try {
        await send.mutateAsync(batch.map((each) => each.change))
      } catch (error) {
        refuse(batch, error)
      }
      settle(batch)
    }
  }

  const edit = (changes: Change[]) => {
    const good: (Waiting & { amount: string | null })[] = []
    const bad: [string, string][] = []
    for (const { typed, ...place } of changes) {
      const spot = layout.spotAt(place)
      const key = keyOf(spot)
      const amount = amountOf(typed)
      if (amount === undefined) bad.push([key, t('sheet.no_amount', { typed })])
      else good.push({ key, amount, change: { row: spot.row.row, column: spot.column.column, field: spot.field, value: amount } })
    }
    setWrong((now) => new Map([...[...now].filter(([key]) => !good.some((each) => each.key === key)), ...bad]))
    if (bad.length > 0) toast.error(bad[0]![1])
    // A pasted table with a wrong cell changes nothing: half of a table is worse than none.
    if (bad.length > 0 || good.length === 0) return
    setWaiting((now) => new Map([...now, ...good.map((each) => [each.key, each.amount] as const)]))
    queue.current.push(...good.map(({ key, change }) => ({ key, change })))
    sending.current = sending.current.then(sendQueue)
  }
  /** In its turn, once everything before it has been answered: till then it would be based on a version that is past. A step must not reject. */
  const afterEdits = (step: () => unknown) => {
    sending.current = sending.current.then(async () => void (await step()))
  }
  return { edit, afterEdits, waiting, wrong }
}
