import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { targetSheetKey } from '../requests/keys'
import { type Sheet, useChangeCells, useUndo } from '../requests/useTargetSheet'
import { differencesOf } from './differences'

type CellChange = Schema<'TargetCellChange'>

/** Taking the last batch back, and doing again what was taken back, as long as nothing else was typed. Each step waits for the one before. */
export function useUndoing(id: string, afterEdits: (step: () => unknown) => void) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const undo = useUndo(id)
  const send = useChangeCells(id)
  const undone = useRef<CellChange[][]>([])
  const [isRedoable, setRedoable] = useState(false)
  const keep = (batches: CellChange[][]) => {
    undone.current = batches
    setRedoable(batches.length > 0)
  }
  const fail = (refused: unknown) => void toast.error(problemText(asProblem(refused)))

  const takeBack = () =>
    afterEdits(async () => {
      const before = queryClient.getQueryData<Sheet>(targetSheetKey(id))?.rows ?? []
      try {
        const again = differencesOf(before, (await undo.mutateAsync(undefined)).rows)
        keep(again.length > 0 ? [...undone.current, again] : [])
        toast.success(t('sheet.undone'))
      } catch (refused) {
        fail(refused)
      }
    })
  const doAgain = () =>
    afterEdits(async () => {
      const last = undone.current.at(-1)
      if (!last) return
      keep(undone.current.slice(0, -1))
      try {
        await send.mutateAsync(last)
        toast.success(t('sheet.redone'))
      } catch (refused) {
        fail(refused)
      }
    })
  return { takeBack, doAgain, isRedoable, isUndoing: undo.isPending, forget: () => afterEdits(() => keep([])) }
}
