import type { Schema } from '@/lib/api-types'

export const PERIODS: Schema<'CardPeriod'>[] = ['year', 'half', 'quarter', 'month', 'week', 'day']
export const STYLES: Schema<'ManagementStyle'>[] = ['directive', 'guiding', 'participative', 'delegating']
export const RHYTHMS: Schema<'Rhythm'>[] = ['weekly', 'monthly']

/** How often one looks at the goals of a period unless something else is chosen; as the server has it. */
export function usualRhythm(period: Schema<'CardPeriod'>): Schema<'Rhythm'> {
  return period === 'year' || period === 'half' ? 'monthly' : 'weekly'
}
