import { expect, test } from 'vitest'
import { fenOf, yuanOf, yuanText } from './money'

test('yuan are typed as people write them and kept in fen', () => {
  expect(fenOf('1200.50')).toBe(120050)
  expect(fenOf('1,200')).toBe(120000)
  expect(fenOf('3万')).toBe(3000000)
  expect(fenOf('0.07')).toBe(7)
  expect(fenOf('')).toBe(null)
})

test('what is no amount of money is not taken for one', () => {
  for (const typed of ['约50', '12.345', '-1', '99999999999999999']) expect(fenOf(typed)).toBe(undefined)
})

test('what was typed is read back', () => {
  expect(yuanOf(120050)).toBe('1200.5')
  expect(yuanText(120050)).toBe('1,200.5')
  expect(fenOf(yuanOf(29))).toBe(29)
})
