import { expect, test } from 'vitest'
import { saidWhys } from './causes'

test('an empty why is not sent', () => {
  expect(saidWhys(['没货 ', '  ', '没备料'])).toEqual(['没货', '没备料'])
  expect(saidWhys(undefined)).toEqual([])
})
