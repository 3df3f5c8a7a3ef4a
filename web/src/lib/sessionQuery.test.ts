import { expect, it } from 'vitest'
import { may } from './session'
import { safeReturnPath } from './sessionQuery'

it('signing in leads back into this site and nowhere else', () => {
  expect(safeReturnPath('/work-items/1?tab=a')).toBe('/work-items/1?tab=a')
  for (const path of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) expect(safeReturnPath(path)).toBe('/')
})

it('a permission reaches as far as its scope', () => {
  const session = { permissions: { 'work.read': 'department', 'work.assign': 'none' } } as unknown as Parameters<typeof may>[0]
  expect(may(session, 'work.read')).toBe(true)
  expect(may(session, 'work.read', 'organization')).toBe(false)
  expect(may(session, 'work.assign')).toBe(false)
  expect(may(session, 'work.delete')).toBe(false)
})
