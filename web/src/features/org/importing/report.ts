import type { ErrorChoice, ImportReport } from '@/components/importing/report'

export interface PeopleReport extends ImportReport {
  added: number
  changed: number
  skipped: number
  new_departments: string[]
  new_positions: string[]
  verdicts: { row: number; name: string; verdict: 'new_person' | 'changed_person' | 'known_person' | 'refused' }[]
}

export interface PeopleChoice extends ErrorChoice {
  makeDepartments: boolean
  makePositions: boolean
}
