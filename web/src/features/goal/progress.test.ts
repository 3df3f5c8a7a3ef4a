import { expect, test } from 'vitest'
import { counted, elapsed, filled } from './progress'

const complaints = { better: 'lower', target: '10', completion: null } as const

test('where less is better the bar shows what is used up', () => {
  expect(filled({ ...complaints, actual: '0' })).toBe(0)
  expect(filled({ ...complaints, actual: '4' })).toBe(40)
  expect(filled({ ...complaints, actual: '25' })).toBe(100)
  expect(filled({ ...complaints, target: '0', actual: '1' })).toBe(100)
})

test('where more is better the bar shows what is done', () => {
  expect(filled({ better: 'higher', target: '10', actual: '3', completion: '30' })).toBe(30)
  expect(filled({ better: 'higher', target: null, actual: '60', completion: '60' })).toBe(60)
  expect(filled({ better: 'higher', target: '10', actual: null, completion: null })).toBe(0)
})

test('completion is shown as it counts', () => {
  expect(counted('200', '150')).toBe('150')
  expect(counted('90', '150')).toBe('90')
  expect(counted(null, '150')).toBe(null)
})

test('the line ends with the day a goal is due', () => {
  expect(elapsed('2026-10-01', '2026-12-31', '2026-11-20')).toBe(55)
  expect(elapsed('2026-10-01', '2026-11-19', '2026-11-20')).toBe(100)
  expect(elapsed('2026-10-01', '2026-12-31', '2026-09-30')).toBe(0)
})
