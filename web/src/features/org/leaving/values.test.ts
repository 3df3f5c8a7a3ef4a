import { describe, expect, it } from 'vitest'
import { formOf } from './values'

const holdings = ['work_owned', 'goal_cards'].map((holding) => ({ holding, name: holding, count: 1, things: [], may_end: true, successor_id: null, successor_name: null, ends: false }))

describe('the form of leaving', () => {
  it('names only what somebody else takes or what ends', () => {
    const form = formOf({ leave_date: '2026-11-20', successor_id: 'a', successions: { goal_cards: { successor_id: 'b', ends: true }, work_owned: {} } }, holdings, '2026-11-20')
    expect(form.successions).toEqual([{ holding: 'goal_cards', successor_id: null, ends: true }])
  })
  it('waits for the last day only while that is to come', () => {
    expect(formOf({ leave_date: '2026-11-20', on_last_day: true }, holdings, '2026-11-20').on_last_day).toBe(false)
    expect(formOf({ leave_date: '2026-11-21', on_last_day: true }, holdings, '2026-11-20').on_last_day).toBe(true)
  })
})
