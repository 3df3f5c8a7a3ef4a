import type { Schema } from '@/lib/api-types'
import { addDays, weekdayOf } from '@/lib/civilTime'

type Line = Pick<Schema<'WorkItemLine'>, 'id' | 'due_at' | 'next_follow_up_at'>

export interface Mark<L extends Line> {
  what: 'due' | 'next'
  at: string
  line: L
}

/** Whole weeks from Monday that hold the month: "2026-11". */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`
  const start = addDays(first, 1 - weekdayOf(first))
  const next = monthAfter(month, 1)
  const days: string[] = []
  for (let day = start; day < `${next}-01` || days.length % 7 !== 0; day = addDays(day, 1)) days.push(day)
  return days
}

/** The week of a day, from Monday. */
export function daysOfWeek(day: string): string[] {
  const monday = addDays(day, 1 - weekdayOf(day))
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

/** What falls on which day, in order of time. */
export function marksByDay<L extends Line>(due: L[], next: L[], dateOf: (at: string) => string): Map<string, Mark<L>[]> {
  const marks: Mark<L>[] = [
    ...due.flatMap((line): Mark<L>[] => (line.due_at ? [{ what: 'due', at: line.due_at, line }] : [])),
    ...next.flatMap((line): Mark<L>[] => (line.next_follow_up_at ? [{ what: 'next', at: line.next_follow_up_at, line }] : [])),
  ]
  const days = new Map<string, Mark<L>[]>()
  for (const mark of marks.sort((one, other) => one.at.localeCompare(other.at))) {
    const day = dateOf(mark.at)
    days.set(day, [...(days.get(day) ?? []), mark])
  }
  return days
}
