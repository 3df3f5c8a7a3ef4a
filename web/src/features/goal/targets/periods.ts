/** How the year stands in the columns of a sheet. */
export const COLUMNS = ['months', 'half_months', 'quarters_late', 'quarters', 'year'] as const
export type ColumnsOf = (typeof COLUMNS)[number]

const months = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1).padStart(2, '0'))

export function periodsOf(columns: ColumnsOf): string[] {
  switch (columns) {
    case 'months':
      return months(12)
    case 'half_months':
      return [...months(6), '07-12']
    case 'quarters_late':
      return [...months(6), '07-09', '10-12']
    case 'quarters':
      return ['01-03', '04-06', '07-09', '10-12']
    case 'year':
      return ['01-12']
  }
}
