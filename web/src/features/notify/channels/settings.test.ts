import { expect, it } from 'vitest'
import { asked, filled, isSwitch, usualOf } from './settings'

const setting = (name: string, more = {}) => ({ name, required: false, secret: false, words: [], usual: '', ...more })

it('asks a provider only for what it uses', () => {
  const settings = ['provider', 'sign_name', 'app_id', 'url', 'allow_private'].map((name) => setting(name))
  expect(asked(settings, 'aliyun').map(({ name }) => name)).toEqual(['provider', 'sign_name', 'allow_private'])
  expect(asked(settings, 'generic').map(({ name }) => name)).toEqual(['provider', 'url', 'allow_private'])
})

it('asks for everything where there is no provider', () => {
  expect(asked([setting('url')], undefined)).toHaveLength(1)
})

it('knows yes and no by what is usual', () => {
  expect(isSwitch(setting('allow_private', { usual: 'false' }))).toBe(true)
  expect(isSwitch(setting('security', { usual: 'tls', words: ['tls', 'none'] }))).toBe(false)
})

it('starts with what is usual, never with a secret', () => {
  expect(usualOf([setting('port', { usual: '465' }), setting('user'), setting('password', { usual: 'x', secret: true })])).toEqual({ port: '465' })
})

it('leaves out what is empty or not asked for', () => {
  expect(filled({ host: 'mail.example.com', user: '', app_id: '7' }, ['host', 'user'])).toEqual({ host: 'mail.example.com' })
})
