// The results of import tasks, whose kind-specific part the API's description leaves open.

export interface RowError {
  row: number
  column: string
  code: string
  message: string
}

export interface CardLine {
  row: number
  person: string
  what: string
  verdict: 'new_goal' | 'refused'
}

interface Report {
  dry_run: boolean
  rows: number
  errors: RowError[]
  error_count: number
}

export interface CardReport extends Report {
  people: number
  cards: number
  verdicts: CardLine[]
}

export interface TargetReport extends Report {
  cells: number
  rows_added: number
}

type Task = { state: string; result: unknown } | undefined

const resultIn = (task: Task, field: string) => {
  const result = task?.state === 'succeeded' ? task.result : undefined
  return typeof result === 'object' && result !== null && field in result ? result : undefined
}

export const cardResultOf = (task: Task) => resultIn(task, 'report') as { report: CardReport; error_file_id: string | null } | undefined
export const targetReportOf = (task: Task) => resultIn(task, 'rows_added') as TargetReport | undefined

export interface ShownLine {
  row: number
  person?: string
  what?: string
  errors: RowError[]
}

/** Every row there is something to say of, in order; rows beyond the listed ones and the file as a whole have only their errors. */
export function linesOf(report: Report & { verdicts?: CardLine[] }): ShownLine[] {
  const lines = new Map<number, ShownLine>((report.verdicts ?? []).map(({ row, person, what }) => [row, { row, person, what, errors: [] }]))
  for (const error of report.errors) {
    const line = lines.get(error.row) ?? { row: error.row, errors: [] }
    line.errors.push(error)
    lines.set(error.row, line)
  }
  return [...lines.values()].sort((a, b) => a.row - b.row)
}
