import { expect, it } from 'vitest'
import { uuidv7 } from './uuid'

it('an id carries its time, its version and its variant', () => {
  const id = uuidv7(0x0192_3456_789a)
  expect(id).toMatch(/^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('later ids sort after earlier ones and none comes twice', () => {
  const ids = Array.from({ length: 500 }, (_, i) => uuidv7(1_700_000_000_000 + i))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(500)
})
