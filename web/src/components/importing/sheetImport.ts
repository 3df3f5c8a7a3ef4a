import type { QueryKey } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import type { ComponentType } from 'react'
import type { ChoicesProps } from './OnErrorChoice'
import type { ErrorChoice, ImportReport, Line } from './report'
import type { VerdictTags } from './RowTable'
import type { Figure } from './TrialReport'
import type { Task } from './UnderWay'
import type { StartImport } from './useImporting'

/** What is its own with each sort of sheet. */
export interface SheetImport<Report extends ImportReport, Choice extends ErrorChoice> {
  title: string
  note: string
  /** The name under which the sheet is kept on this device between trial and import. */
  keptAs: string
  start: StartImport<Choice>

  /** How the sheet is to be filled in. */
  templateText: string
  templateUrl: (format: 'xlsx' | 'csv') => string
  /** What kind of file may be dropped, where there is more to say than usual. */
  dropNote?: string

  firstChoice: Choice
  Choices: ComponentType<ChoicesProps<Report, Choice>>
  /** Told between the number of rows and that of errors. */
  figures: (report: Report) => Figure[]
  /** How many would be written. */
  countOf: (report: Report) => number
  carryOut: (count: number, choice: Choice) => string
  /** Chosen so that rows the trial refused may be taken. */
  overrides?: (choice: Choice) => boolean
  tags: VerdictTags
  /** Between the verdict and the errors of a row. */
  columns: TableColumnsType<Line<Report['verdicts'][number]>>
  errorFileUrl: (taskId: string) => string

  progress: string
  failureOf?: (task: Task) => string
  did: (report: Report) => string
  /** Where to look at what was imported. */
  leadsTo: { path: string; text: string }
  /** What was asked from the server and is different now. */
  changed: readonly QueryKey[]
}
