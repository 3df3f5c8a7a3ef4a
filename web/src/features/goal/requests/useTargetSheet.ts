import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { useChanges } from '@/lib/live'
import { targetSheetKey, targetSheetsKey } from './keys'

export type Sheet = Schema<'TargetSheetView'>
type Changed = Schema<'TargetChangeView'>

const ROWS_AT_ONCE = 200

/** A sheet with its first rows; read again, with as many as were there. */
export function useTargetSheet(id: string) {
  const queryClient = useQueryClient()
  return useQuery({
    queryKey: targetSheetKey(id),
    queryFn: async ({ signal }) => {
      const shown = queryClient.getQueryData<Sheet>(targetSheetKey(id))?.rows.length ?? 0
      const sheet = await api.get('/api/v1/target-sheets/{id}', { path: { id }, query: { limit: ROWS_AT_ONCE }, signal })
      while (sheet.next && sheet.rows.length < shown) {
        const page = await api.get('/api/v1/target-sheets/{id}/rows', { path: { id }, query: { cursor: sheet.next, limit: ROWS_AT_ONCE }, signal })
        sheet.rows.push(...page.items)
        sheet.next = page.next
      }
      return sheet
    },
  })
}

const REST = 800

/** What others do to the sheet, and what comes up from the sheets below, shows at once; one's own change is waited for. */
export function useLiveSheet(id: string): void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const refresh = () => {
    timer.current = undefined
    if (queryClient.isMutating({ mutationKey: targetSheetKey(id) }) > 0) timer.current = setTimeout(refresh, REST)
    else void queryClient.invalidateQueries({ queryKey: targetSheetKey(id) })
  }
  useChanges('target_sheet', (changed) => {
    if (changed === id) timer.current ??= setTimeout(refresh, REST)
  })
}

/** The next rows, behind those that are there. */
export function useMoreRows(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (cursor: string) => api.get('/api/v1/target-sheets/{id}/rows', { path: { id }, query: { cursor, limit: ROWS_AT_ONCE } }),
    onSuccess: (page) => queryClient.setQueryData<Sheet>(targetSheetKey(id), (sheet) => sheet && { ...sheet, rows: [...sheet.rows, ...page.items], next: page.next }),
  })
}

/** Puts the answer to a change into the sheet as it is shown. More than 200 changed rows come with the next reading. */
function merge(queryClient: QueryClient, id: string, changed: Changed): void {
  queryClient.setQueryData<Sheet>(targetSheetKey(id), (sheet) => {
    if (!sheet) return sheet
    const rows = new Map(changed.rows.map((row) => [row.row, row]))
    return { ...sheet, version: changed.version, may_undo: true, rows: sheet.rows.map((row) => rows.get(row.row) ?? row), totals: changed.totals.length > 0 ? changed.totals : sheet.totals }
  })
  void queryClient.invalidateQueries({ queryKey: targetSheetsKey })
  if (changed.rows.length === 0 && changed.cells > 0) void queryClient.invalidateQueries({ queryKey: targetSheetKey(id) })
}

function useSheetChange<Form>(id: string, send: (version: number, form: Form) => Promise<Changed>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: targetSheetKey(id),
    mutationFn: (form: Form) => send(queryClient.getQueryData<Sheet>(targetSheetKey(id))?.version ?? 0, form),
    onSuccess: async (changed) => {
      // An answer on its way may be of before the change.
      await queryClient.cancelQueries({ queryKey: targetSheetKey(id) })
      merge(queryClient, id, changed)
    },
    // Somebody else was quicker, or the cell is no longer what it was.
    onError: () => queryClient.invalidateQueries({ queryKey: targetSheetKey(id) }),
  })
}

export function useChangeCells(id: string) {
  return useSheetChange(id, (version, changes: Schema<'TargetCellChange'>[]) => api.patch('/api/v1/target-sheets/{id}/cells', { path: { id }, body: { changes }, version }))
}

export function useSetLocks(id: string) {
  return useSheetChange(id, (version, form: Schema<'TargetLocksForm'>) => api.put('/api/v1/target-sheets/{id}/locks', { path: { id }, body: form, version }))
}

export function useUndo(id: string) {
  return useSheetChange(id, (version) => api.post('/api/v1/target-sheets/{id}/undo', { path: { id }, version }))
}

/** Large ones are done in the background; then there is nothing to merge yet. */
export function useSplit(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (form: Schema<'TargetSplitForm'>) =>
      api.post('/api/v1/target-sheets/{id}/splits', { path: { id }, body: form, version: queryClient.getQueryData<Sheet>(targetSheetKey(id))?.version }),
    onSuccess: (changed) => ('rows' in changed ? merge(queryClient, id, changed) : queryClient.invalidateQueries({ queryKey: targetSheetKey(id) })),
  })
}
