import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(timezone)

/** The instant at which the zone's wall clock shows that date and time ("2026-11-20", "09:00"). */
export function instantAt(date: string, time: string, zone: string): string {
  return dayjs.tz(`${date}T${time}`, zone).toISOString()
}

export function addDays(date: string, days: number): string {
  return dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD')
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return dayjs.utc(date).day() || 7
}

/** The Monday after the date's week. */
export function nextMonday(date: string): string {
  return addDays(date, 8 - weekdayOf(date))
}

/** The `count`-th working day after the date; nothing when the known days end before it. */
export function workingDayAfter(date: string, count: number, days: { date: string; working: boolean }[]): string | undefined {
  return days.filter((day) => day.working && day.date > date)[count - 1]?.date
}
