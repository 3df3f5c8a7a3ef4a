import type { ImportReport } from '@/components/importing/report'

export interface FollowUpSheetReport extends ImportReport {
  items: number
  follow_ups: number
  skipped: number
  verdicts: { row: number; title: string; verdict: 'new_item' | 'known_item' | 'refused'; follow_ups: number }[]
}
