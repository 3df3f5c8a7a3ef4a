import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { OnceOpened } from '@/components/OnceOpened'
import { useRemoveRow } from '../requests/useReshapeSheet'
import type { Sheet } from '../requests/useTargetSheet'
import type { Row } from './layout'

const NewSheet = lazy(async () => ({ default: (await import('./NewSheet')).NewSheet }))

export interface RowAct {
  kind: 'break_down' | 'remove'
  row: Row
}

/** What was chosen at a row's name: take it apart in a sheet of its own, or take it out. */
export function RowActs({ sheet, act, onClose }: { sheet: Sheet; act: RowAct | undefined; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const remove = useRemoveRow(sheet.id)
  // Kept while the drawer closes.
  const [last, setLast] = useState(act)
  if (act && act !== last) setLast(act)
  const isBreaking = act?.kind === 'break_down'
  return (
    <>
      <OnceOpened isOpen={isBreaking}>{last && <NewSheet key={last.row.row} isOpen={isBreaking} onClose={onClose} year={Number(sheet.period.from.slice(0, 4))} above={{ sheet, row: last.row }} />}</OnceOpened>
      <ConfirmDialog isOpen={act?.kind === 'remove'} onClose={onClose} title={t('row.remove_title', { row: last?.row.label })} act={t('row.remove_act')} isDangerous onConfirm={() => remove.mutateAsync(last!.row.row)}>
        {t('row.remove_note')}
      </ConfirmDialog>
    </>
  )
}
