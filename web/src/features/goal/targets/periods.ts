/** How the year stands in the columns of a sheet. `above`: as in the sheet it is part of. */
export const COLUMNS = ['months', 'half_months', 'quarters_late', 'quarters', 'year'] as const
export type ColumnsOf = (typeof COLUMNS)[number] | 'above'

export const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

function periodsOfYear(columns: ColumnsOf): string[] {
  switch (columns) {
    case 'half_months':
      return [...MONTHS.slice(0, 6), '07-12']
    case 'quarters_late':
      return [...MONTHS.slice(0, 6), '07-09', '10-12']
    case 'quarters':
      return ['01-03', '04-06', '07-09', '10-12']
    case 'year':
      return ['01-12']
    default:
      return MONTHS
  }
}

/** Those of the year that lie within the months asked for; one that lies across an end is cut there. */
export function periodsOf(columns: ColumnsOf, within = { from: '01', to: '12' }): string[] {
  return periodsOfYear(columns).flatMap((period) => {
    const [first = '01', last = first] = period.split('-')
    const from = first < within.from ? within.from : first
    const to = last > within.to ? within.to : last
    if (from > to) return []
    return [from === to ? from : `${from}-${to}`]
  })
}
