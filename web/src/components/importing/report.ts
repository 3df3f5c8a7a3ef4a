// The result of an import task, whose kind-specific part the API's description leaves open.

export interface RowError {
  row: number
  column: string
  code: string
  message: string
}
export interface RowVerdict {
  row: number
  verdict: string
}
export interface SheetReport {
  dry_run: boolean
  rows: number
  errors: RowError[]
  error_count: number
}
export interface ImportReport extends SheetReport {
  /** Of the first rows only. */
  verdicts: RowVerdict[]
}
export interface ImportResult<Report> {
  report: Report
  error_file_id: string | null
}

/** What is to become of a sheet with errors. */
export interface ErrorChoice {
  onError: 'import_nothing' | 'skip_bad_rows'
}

type Task = { state: string; result: unknown } | undefined

/** What a task that ended well has to tell, if it tells of that. */
export function resultWith(field: string, task: Task): unknown {
  const result = task?.state === 'succeeded' ? task.result : undefined
  return typeof result === 'object' && result !== null && field in result ? result : undefined
}

export const resultOf = <Report extends ImportReport>(task: Task) => resultWith('report', task) as ImportResult<Report> | undefined

export interface Line<Verdict> {
  row: number
  verdict?: Verdict
  errors: RowError[]
}

/** Every row there is something to say of, in order: errors of the file, its header or rows beyond the listed ones have no verdict of their own. */
export function linesOf<Verdict extends RowVerdict>(verdicts: Verdict[], errors: RowError[]): Line<Verdict>[] {
  const lines = new Map<number, Line<Verdict>>(verdicts.map((verdict) => [verdict.row, { row: verdict.row, verdict, errors: [] }]))
  for (const error of errors) {
    const line = lines.get(error.row) ?? { row: error.row, errors: [] }
    line.errors.push(error)
    lines.set(error.row, line)
  }
  return [...lines.values()].sort((a, b) => a.row - b.row)
}
