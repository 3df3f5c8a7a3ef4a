import { expect, it } from 'vitest'
import { changesOf } from './changes'

it('only what was changed is sent', () => {
  expect(changesOf({ name: '王强', phone: '1' }, { name: '王强', phone: '2' })).toEqual({ phone: '2' })
})

it('an emptied field is sent as null', () => {
  expect(changesOf<{ phone: string | null; email: string | null }>({ phone: '1', email: 'a@b' }, { phone: '', email: undefined })).toEqual({ phone: null, email: null })
})

it('nothing and blank are the same', () => {
  expect(changesOf<{ phone: string | null }>({ phone: null }, { phone: '' })).toEqual({})
})
