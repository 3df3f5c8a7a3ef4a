import { expect, it } from 'vitest'
import { byDay } from './byDay'

const at = (created_at: string) => ({ created_at })

it('cuts where the day changes in the zone of the house, not in that of the device', () => {
  const notices = [at('2026-11-20T16:30:00.000Z'), at('2026-11-20T15:30:00.000Z'), at('2026-11-20T02:00:00.000Z')]
  expect(byDay(notices, 'Asia/Shanghai')).toEqual([
    { date: '2026-11-21', items: [notices[0]] },
    { date: '2026-11-20', items: [notices[1], notices[2]] },
  ])
})

it('has no day for no notice', () => {
  expect(byDay([], 'Asia/Shanghai')).toEqual([])
})
