import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { targetSheetKey } from '../requests/keys'
import { type Sheet, useChangeCells, useUndo } from '../requests/useTargetSheet'
import { differencesOf } from './differences'

type CellChange = Schema<'TargetCellChange'>

/** Taking the last batch back, and doing again what was taken back, as long as nothing else was typed. */
export function useUndoing(id: string, afterEdits: (step: () => void) => void) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const undo = useUndo(id)
  const send = useChangeCells(id)
  const [undone, setUndone] = useState<CellChange[][]>([])
  const fail = (refused: unknown) => void toast.error(problemText(asProblem(refused)))

  const takeBack = () =>
    afterEdits(() => {
      const before = queryClient.getQueryData<Sheet>(targetSheetKey(id))?.rows ?? []
      undo.mutate(undefined, {
        onError: fail,
        onSuccess: (changed) => {
          const again = differencesOf(before, changed.rows)
          setUndone((now) => (again.length > 0 ? [...now, again] : []))
          toast.success(t('sheet.undone'))
        },
      })
    })
  const doAgain = () =>
    afterEdits(() => {
      const last = undone.at(-1)
      if (!last) return
      setUndone(undone.slice(0, -1))
      send.mutate(last, { onError: fail, onSuccess: () => toast.success(t('sheet.redone')) })
    })
  return { takeBack, doAgain, isRedoable: undone.length > 0, isUndoing: undo.isPending, forget: () => setUndone([]) }
}
