// What the plan says, in the form in which it is drawn.

import type { Schema } from '@/lib/api-types'
import { addDays, weekdayOf } from '@/lib/civilTime'

export type Schedule = Schema<'ScheduleView'>
export type Planned = Schema<'PlannedItem'>

/** From when to when an item is worked on: as dependencies allow, or with everyone doing one thing at a time. */
export function stretchOf(item: Planned, levelled: boolean): { from: string; to: string } {
  return levelled ? { from: item.levelled_start_at, to: item.levelled_finish_at } : { from: item.earliest_start_at, to: item.earliest_finish_at }
}

/** Working minutes in the unit people count them in: days of the house, hours below one. */
export function amountOf(minutes: number, dayMinutes: number): { unit: 'days' | 'hours' | 'minutes'; count: number } {
  const round = (value: number) => Math.round(value * 10) / 10
  if (minutes >= dayMinutes || minutes === 0) return { unit: 'days', count: round(minutes / dayMinutes) }
  if (minutes >= 60) return { unit: 'hours', count: round(minutes / 60) }
  return { unit: 'minutes', count: minutes }
}

export interface Change {
  item: Planned
  from: string
  to: string
}

/** What adopting the plan changes: the dates of what has not begun, where they are others. */
export function changesOf(schedule: Schedule, levelled: boolean): Change[] {
  return schedule.items
    .filter((item) => !item.begun)
    .map((item) => ({ item, ...stretchOf(item, levelled) }))
    .filter(({ item, from, to }) => item.start_at !== from || item.due_at !== to)
}

/** What could be begun side by side now: nothing that is not done stands before it. */
export function beginnable(schedule: Schedule): Planned[] {
  return schedule.items.filter((item) => !item.begun && item.group === 0)
}

export interface Day {
  date: string
  isFree: boolean
  /** The day of the month, where there is room for it. */
  label?: string
  /** "2026-11", at the first day shown of each month. */
  month?: string
}

interface Civil {
  date: string
  time: string
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Days side by side; in each the working hours fill the column, so that a full day is a full column. */
export class Scale {
  readonly days: Day[] = []
  private readonly places = new Map<string, number>()
  private readonly begins: number
  private readonly ends: number

  constructor(
    schedule: Schedule,
    readonly columnWidth: number,
    private readonly civil: (at: string) => Civil,
  ) {
    this.begins = minutesOf(schedule.days.begins)
    this.ends = Math.max(minutesOf(schedule.days.ends), this.begins + 1)
    const free = new Set(schedule.days.free)
    const dates = timesOf(schedule).map((at) => civil(at).date).sort()
    const last = dates.at(-1) ?? ''
    for (let date = dates[0] ?? ''; date <= last && this.days.length < MOST_DAYS; date = addDays(date, 1)) {
      const isFirst = this.days.length === 0
      const day: Day = { date, isFree: free.has(date) }
      if (columnWidth >= 19 || weekdayOf(date) === 1) day.label = String(Number(date.slice(8)))
      if (isFirst || date.endsWith('-01')) day.month = date.slice(0, 7)
      this.places.set(date, this.days.length)
      this.days.push(day)
    }
  }

  get width(): number {
    return this.days.length * this.columnWidth
  }

  /** Where an instant stands. */
  x(at: string): number {
    const { date, time } = this.civil(at)
    const place = this.places.get(date)
    if (place === undefined) return date < (this.days[0]?.date ?? '') ? 0 : this.width
    const part = Math.min(Math.max((minutesOf(time) - this.begins) / (this.ends - this.begins), 0), 1)
    return (place + part) * this.columnWidth
  }
}

const MOST_DAYS = 1100

function timesOf(schedule: Schedule): string[] {
  const times = schedule.items.flatMap((item) => [item.earliest_start_at, item.earliest_finish_at, item.latest_finish_at, item.levelled_finish_at])
  return [schedule.begins_at, schedule.finishes_at, schedule.levelled_finishes_at, ...times]
}
