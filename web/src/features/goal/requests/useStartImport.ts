import { useMutation } from '@tanstack/react-query'
import type { Sheet } from '@/components/importing/useImporting'
import { request } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

interface CardChoice {
  period: Schema<'CardPeriod'>
  day: string
  style: Schema<'ManagementStyle'> | undefined
}

/** Hands the sheet over; the server works on it and the task tells how far it is. */
export function useStartCardImport() {
  return useMutation({
    mutationFn: ({ file, isTrial, period, day, style }: Sheet & CardChoice) => request<{ task_id: string }>('post', '/api/v1/goal-cards/imports', { query: { dry_run: isTrial, period, day, style }, body: file }),
  })
}

export function useStartTargetImport() {
  return useMutation({
    mutationFn: ({ file, isTrial, sheetId }: Sheet & { sheetId: string }) => request<{ task_id: string }>('post', '/api/v1/target-sheets/imports', { query: { sheet_id: sheetId, dry_run: isTrial }, body: file }),
  })
}
