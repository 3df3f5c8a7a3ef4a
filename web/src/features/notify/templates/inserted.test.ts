import { expect, it } from 'vitest'
import { inserted } from './inserted'

it('puts a placeholder where the cursor stands', () => {
  expect(inserted('该跟进了：（）', '{number}', 6)).toBe('该跟进了：（{number}）')
})

it('appends it where there is no cursor', () => {
  expect(inserted('经办人：', '{handler}')).toBe('经办人：{handler}')
})
