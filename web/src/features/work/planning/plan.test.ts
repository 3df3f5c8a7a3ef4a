import { describe, expect, it } from 'vitest'
import { civil } from '@/lib/time'
import { amountOf, beginnable, changesOf, Scale, type Planned, type Schedule } from './plan'

const at = (text: string) => new Date(`${text}+08:00`).toISOString()

function planned(item: Partial<Planned>): Planned {
  const from = item.earliest_start_at ?? at('2026-11-20T09:00')
  const to = item.earliest_finish_at ?? at('2026-11-20T18:00')
  return {
    id: 'a',
    number: 'W-1',
    title: '拆旧',
    state: 'accepted',
    handler: { id: 'p', name: '李明' },
    importance: 2,
    progress: 0,
    begun: false,
    estimate_minutes: 450,
    estimate_assumed: false,
    remaining_minutes: 450,
    after: [],
    earliest_start_at: from,
    earliest_finish_at: to,
    latest_start_at: from,
    latest_finish_at: to,
    levelled_start_at: from,
    levelled_finish_at: to,
    slack_minutes: 0,
    critical: true,
    group: 0,
    start_at: null,
    due_at: null,
    completed_at: null,
    ...item,
  }
}

function schedule(items: Planned[]): Schedule {
  return {
    begins_at: at('2026-11-20T09:00'),
    finishes_at: at('2026-11-23T18:00'),
    levelled_finishes_at: at('2026-11-24T18:00'),
    length_minutes: 900,
    serial_minutes: 1350,
    levelled_minutes: 1350,
    items,
    critical_path: [],
    days: { minutes: 450, begins: '09:00', ends: '18:00', free: ['2026-11-21', '2026-11-22'] },
    unseen: 0,
    may_adopt: true,
    basis: 'x',
  }
}

describe('amountOf', () => {
  it('counts in days of the house, in hours below one', () => {
    expect(amountOf(4500, 450)).toEqual({ unit: 'days', count: 10 })
    expect(amountOf(675, 450)).toEqual({ unit: 'days', count: 1.5 })
    expect(amountOf(180, 450)).toEqual({ unit: 'hours', count: 3 })
    expect(amountOf(20, 450)).toEqual({ unit: 'minutes', count: 20 })
    expect(amountOf(0, 450)).toEqual({ unit: 'days', count: 0 })
  })
})

describe('changesOf', () => {
  it('leaves out what has begun and what has these dates already', () => {
    const same = planned({ id: 'same', start_at: at('2026-11-20T09:00'), due_at: at('2026-11-20T18:00') })
    const changes = changesOf(schedule([planned({ id: 'new' }), planned({ id: 'begun', begun: true }), same]), false)
    expect(changes.map((change) => change.item.id)).toEqual(['new'])
  })
  it('takes the dates of the plan that is looked at', () => {
    const item = planned({ levelled_start_at: at('2026-11-23T09:00') })
    expect(changesOf(schedule([item]), true)[0]?.from).toBe(at('2026-11-23T09:00'))
  })
})

describe('beginnable', () => {
  it('is what nothing unfinished stands before', () => {
    expect(beginnable(schedule([planned({ id: 'now' }), planned({ id: 'later', group: 1 }), planned({ id: 'begun', begun: true })])).map((item) => item.id)).toEqual(['now'])
  })
})

describe('Scale', () => {
  const scale = new Scale(schedule([planned({})]), 40, (instant) => civil(instant, 'Asia/Shanghai'))
  it('gives a full working day a full column', () => {
    expect(scale.x(at('2026-11-20T09:00'))).toBe(0)
    expect(scale.x(at('2026-11-20T18:00'))).toBe(40)
    expect(scale.x(at('2026-11-23T13:30'))).toBe(140)
  })
  it('marks weekends and names the month once', () => {
    expect(scale.days.map((day) => day.isFree)).toEqual([false, true, true, false, false])
    expect(scale.days.map((day) => day.month)).toEqual(['2026-11', undefined, undefined, undefined, undefined])
  })
  it('keeps what lies outside at the edge', () => {
    expect(scale.x(at('2026-10-01T09:00'))).toBe(0)
    expect(scale.x(at('2027-01-01T09:00'))).toBe(scale.width)
  })
})
