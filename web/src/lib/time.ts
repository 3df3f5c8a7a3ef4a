// Pure formatting of instants ("2026-11-20T09:00:00.000Z") and civil dates ("2026-11-20") in the organisation's zone.

import type { Language } from './api-types'

export type Instant = string | number | Date

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

const formats = new Map<string, Intl.DateTimeFormat>()
function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone })))
  return made
}

function toMs(at: Instant): number {
  return new Date(at).getTime()
}

interface Civil {
  date: string
  time: string
}
/** The wall clock in a zone: date "2026-11-20", time "17:05". */
export function civil(at: Instant, zone: string): Civil {
  const parts = format('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(toMs(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** "2026-11-20 17:05 周五": nothing left to guess. */
export function exact(at: Instant, language: Language, zone: string): string {
  const { date, time } = civil(at, zone)
  return `${date} ${time} ${format(language, zone, { weekday: 'short' }).format(toMs(at))}`
}

/** "今天 17:05", "11-20 17:05" this year, "2025-11-20" before. */
export function short(at: Instant, language: Language, zone: string, now: number): string {
  const then = civil(at, zone)
  const today = civil(now, zone)
  if (then.date === today.date) return `${language === 'zh' ? '今天' : 'today'} ${then.time}`
  if (then.date.slice(0, 4) === today.date.slice(0, 4)) return `${then.date.slice(5)} ${then.time}`
  return then.date
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY)
}

/** "刚刚", "5分钟前", "昨天", "3天后". Days are counted by the calendar: 23:00 yesterday is yesterday at 01:00. */
export function relative(at: Instant, language: Language, zone: string, now: number): string {
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' })
  const difference = toMs(at) - now
  const size = Math.abs(difference)
  if (size < MINUTE) return language === 'zh' ? '刚刚' : 'just now'
  if (size < HOUR) return words.format(Math.trunc(difference / MINUTE), 'minute')
  const days = daysBetween(civil(now, zone).date, civil(at, zone).date)
  if (days === 0 || size < 6 * HOUR) return words.format(Math.trunc(difference / HOUR), 'hour')
  if (Math.abs(days) < 30) return words.format(days, 'day')
  if (Math.abs(days) < 365) return words.format(Math.trunc(days / 30), 'month')
  return words.format(Math.trunc(days / 365), 'year')
}

/** The two largest units that matter: "3 天 4 小时", "45 分钟", "3 d 4 h". */
export function duration(ms: number, language: Language): string {
  const units = language === 'zh' ? [' 天', ' 小时', ' 分钟'] : [' d', ' h', ' min']
  const minutes = Math.max(0, Math.round(ms / MINUTE))
  const amounts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const first = amounts.findIndex((amount) => amount > 0)
  if (first < 0) return `0${units[2]}`
  return amounts
    .map((amount, index) => (amount > 0 && index >= first && index < first + 2 ? `${amount}${units[index]}` : ''))
    .filter(Boolean)
    .join(' ')
}

/** "11月20日 周五" / "Fri 20 Nov", with the year when it is not this one. */
export function day(date: string, language: Language, now: number): string {
  const sameYear = date.slice(0, 4) === new Date(now).toISOString().slice(0, 4)
  const text = format(language, 'UTC', { month: language === 'zh' ? 'long' : 'short', day: 'numeric', weekday: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(Date.parse(`${date}T00:00Z`))
  return text.replace(/日(?=周)/, '日 ')
}
