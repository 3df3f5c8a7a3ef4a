import { useMutation } from '@tanstack/react-query'
import { request } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

interface Sheet {
  file: File
  isTrial: boolean
}

interface CardSheet extends Sheet {
  period: Schema<'CardPeriod'>
  day: string
  style: Schema<'ManagementStyle'> | undefined
}

/** Hands the sheet over; the server works on it and the task tells how far it is. */
export function useStartCardImport() {
  return useMutation({
    mutationFn: ({ file, isTrial, period, day, style }: CardSheet) => request<{ task_id: string }>('post', '/api/v1/goal-cards/imports', { query: { dry_run: isTrial, period, day, style }, body: file }),
  })
}

export function useStartTargetImport(id: string) {
  return useMutation({
    mutationFn: ({ file, isTrial }: Sheet) => request<{ task_id: string }>('post', '/api/v1/target-sheets/imports', { query: { sheet_id: id, dry_run: isTrial }, body: file }),
  })
}
