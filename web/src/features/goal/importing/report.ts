import { resultWith, type ImportReport, type SheetReport } from '@/components/importing/report'

export interface CardReport extends ImportReport {
  people: number
  cards: number
  verdicts: { row: number; person: string; what: string; verdict: 'new_goal' | 'refused' }[]
}

interface TargetReport extends SheetReport {
  cells: number
  rows_added: number
}

export const targetReportOf = (task: Parameters<typeof resultWith>[1]) => resultWith('rows_added', task) as TargetReport | undefined
