// The result of an import task, whose kind-specific part the API's description leaves open.

export interface ImportChoice {
  onError: 'import_nothing' | 'skip_bad_rows'
  makeDepartments: boolean
  makePositions: boolean
}
export const firstChoice: ImportChoice = { onError: 'import_nothing', makeDepartments: true, makePositions: true }

export interface RowError {
  row: number
  column: string
  code: string
  message: string
}
export interface RowVerdict {
  row: number
  name: string
  verdict: 'new_person' | 'changed_person' | 'known_person' | 'refused'
}
export interface ImportReport {
  dry_run: boolean
  rows: number
  added: number
  changed: number
  skipped: number
  new_departments: string[]
  new_positions: string[]
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

/** Every row there is something to say of: errors of the header have no verdict of their own. */
export function linesOf(report: ImportReport): (RowVerdict & { errors: RowError[] })[] {
  const errors = new Map<number, RowError[]>()
  for (const error of report.errors) errors.set(error.row, [...(errors.get(error.row) ?? []), error])
  const listed = new Set(report.verdicts.map((verdict) => verdict.row))
  const others: RowVerdict[] = [...errors.keys()].filter((row) => !listed.has(row)).map((row) => ({ row, name: '', verdict: 'refused' }))
  return [...report.verdicts, ...others].sort((a, b) => a.row - b.row).map((verdict) => ({ ...verdict, errors: errors.get(verdict.row) ?? [] }))
}
