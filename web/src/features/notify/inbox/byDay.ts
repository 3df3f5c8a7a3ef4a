import { civil } from '@/lib/time'

interface Day<T> {
  date: string
  items: T[]
}

/** A list that is in order of time, cut where the calendar's day changes in that zone. */
export function byDay<T extends { created_at: string }>(all: T[], zone: string): Day<T>[] {
  const days: Day<T>[] = []
  for (const item of all) {
    const { date } = civil(item.created_at, zone)
    const last = days.at(-1)
    if (last?.date === date) last.items.push(item)
    else days.push({ date, items: [item] })
  }
  return days
}
