import type { ErrorChoice, ImportReport } from '@/components/importing/report'

export interface CustomerReport extends ImportReport {
  added: number
  changed: number
  skipped: number
  verdicts: { row: number; name: string; verdict: 'new_customer' | 'changed_customer' | 'known_customer' | 'refused' }[]
}

export interface CustomerChoice extends ErrorChoice {
  /** Rows that look like other customers are other customers. */
  despiteDuplicates: boolean
}

export const hasLookalikes = ({ errors }: Pick<CustomerReport, 'errors'>) => errors.some((error) => error.code.startsWith('customer.looks_like') || error.code === 'customer.repeated_in_sheet')
