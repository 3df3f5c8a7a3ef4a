// The result of an import task, whose kind-specific part the API's description leaves open.

export type OnError = 'import_nothing' | 'skip_bad_rows'

export interface RowError {
  row: number
  column: string
  code: string
  message: string
}
export interface RowVerdict {
  row: number
  title: string
  verdict: 'new_item' | 'known_item' | 'refused'
  follow_ups: number
}
export interface ImportReport {
  dry_run: boolean
  rows: number
  items: number
  follow_ups: number
  skipped: number
  verdicts: RowVerdict[]
  errors: RowError[]
  error_count: number
}
export interface ImportResult {
  report: ImportReport
  error_file_id: string | null
}

export function resultOf(task: { state: string; result: unknown } | undefined): ImportResult | undefined {
  const result = task?.state === 'succeeded' ? task.result : undefined
  return typeof result === 'object' && result !== null && 'report' in result ? (result as ImportResult) : undefined
}

/** The errors of each row, for showing them beside its verdict. */
export function errorsByRow(errors: RowError[]): Map<number, RowError[]> {
  const byRow = new Map<number, RowError[]>()
  for (const error of errors) byRow.set(error.row, [...(byRow.get(error.row) ?? []), error])
  return byRow
}
