import { expect, test } from 'vitest'
import { bytesOf } from './push'

test('a key in base64url becomes its bytes', () => {
  expect([...bytesOf('_-8')]).toEqual([255, 239])
  expect([...bytesOf('AAEC')]).toEqual([0, 1, 2])
})
