import { expect, test } from 'vitest'
import { fromTheHighest } from './grades'

test('a grade added anywhere stands between those above and below it', () => {
  const grades = ['95', '110', '90', '0'].map((from) => ({ grade: from, from }))
  expect(fromTheHighest(grades).map(({ from }) => from)).toEqual(['110', '95', '90', '0'])
})
