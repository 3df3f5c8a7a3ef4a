import { describe, expect, it } from 'vitest'
import { civil, day, duration, exact, relative, short } from './time'

const zone = 'Asia/Shanghai'
const now = Date.parse('2026-11-20T09:05:00Z')
const ago = (text: string) => relative(text, 'zh', zone, now)

describe('relative time', () => {
  it('is counted in minutes and hours within the day', () => {
    expect(ago('2026-11-20T09:04:30Z')).toBe('刚刚')
    expect(ago('2026-11-20T08:20:00Z')).toBe('45分钟前')
    expect(ago('2026-11-20T12:05:00Z')).toBe('3小时后')
  })
  it('is counted in days of the calendar, not in 24 hours', () => {
    expect(ago('2026-11-19T01:00:00Z')).toBe('昨天')
    expect(ago('2026-11-18T15:59:00Z')).toBe('前天')
    expect(ago('2026-11-21T15:59:00Z')).toBe('明天')
  })
  it('uses the organisation’s midnight', () => {
    // 15:30 UTC is 23:30 in Shanghai, 16:30 UTC already the next day.
    expect(relative('2026-11-21T16:30:00Z', 'en', zone, now)).toBe('in 2 days')
    expect(relative('2026-11-21T16:30:00Z', 'en', 'UTC', now)).toBe('tomorrow')
  })
  it('speaks both languages', () => {
    expect(relative('2026-11-10T09:05:00Z', 'en', zone, now)).toBe('10 days ago')
    expect(relative('2026-08-20T09:05:00Z', 'zh', zone, now)).toBe('3个月前')
  })
})

it('the exact time leaves nothing to guess', () => {
  expect(exact('2026-11-20T09:05:00Z', 'zh', zone)).toBe('2026-11-20 17:05 周五')
  expect(exact('2026-11-20T09:05:00Z', 'en', 'UTC')).toBe('2026-11-20 09:05 Fri')
})

it('midnight is 00:00', () => {
  expect(civil('2026-11-20T16:00:00Z', zone)).toEqual({ date: '2026-11-21', time: '00:00' })
})

it('the short form names today and drops the year that goes without saying', () => {
  expect(short('2026-11-20T01:00:00Z', 'zh', zone, now)).toBe('今天 09:00')
  expect(short('2026-11-20T01:00:00Z', 'en', zone, now)).toBe('today 09:00')
  expect(short('2026-11-23T02:00:00Z', 'zh', zone, now)).toBe('11-23 10:00')
  expect(short('2025-12-31T02:00:00Z', 'zh', zone, now)).toBe('2025-12-31')
})

it('a duration names its two largest units', () => {
  expect(duration(3 * 86_400_000 + 4 * 3_600_000 + 59_000, 'zh')).toBe('3 天 4 小时')
  expect(duration(45 * 60_000, 'zh')).toBe('45 分钟')
  expect(duration(86_400_000 + 5 * 60_000, 'en')).toBe('1 d')
  expect(duration(10_000, 'en')).toBe('0 min')
})

it('a civil date never moves with the zone', () => {
  expect(day('2026-11-20', 'zh', now)).toBe('11月20日 周五')
  expect(day('2025-01-01', 'en', now)).toBe('Wed, 1 Jan 2025')
})
