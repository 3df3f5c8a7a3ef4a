import { expect, it } from 'vitest'
import { hasLookalikes } from './report'

it('lookalikes are asked about only where there are some', () => {
  expect(hasLookalikes({ errors: [{ row: 2, column: '名称', code: 'customer.looks_like_hidden_row', message: '' }] })).toBe(true)
  expect(hasLookalikes({ errors: [{ row: 2, column: '级别', code: 'customer.tier_unknown', message: '' }] })).toBe(false)
})
