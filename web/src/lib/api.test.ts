import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api, urlOf, whenSignedOut } from './api'
import { preferences } from './preferences'

let requests: { url: string; init: RequestInit; headers: Headers }[] = []
function answerWith(status: number, body: unknown = {}): void {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    requests.push({ url, init, headers: new Headers(init.headers) })
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
}

beforeEach(() => {
  requests = []
})
afterEach(() => {
  vi.unstubAllGlobals()
  whenSignedOut(() => {})
})

it('every write proves it is ours and can be repeated safely', async () => {
  answerWith(201)
  await api.post('/api/v1/tokens', { body: { name: 'x' } })
  await api.post('/api/v1/tokens', { body: { name: 'x' } })
  const [first, second] = requests
  expect(first?.headers.get('x-requested-with')).toBe('zhixing')
  expect(first?.headers.get('idempotency-key')).toMatch(/-7/)
  expect(second?.headers.get('idempotency-key')).not.toBe(first?.headers.get('idempotency-key'))
})

it('a change names the version it is based on', async () => {
  answerWith(200)
  await api.patch('/api/v1/profile', { body: { phone: '1' }, version: 7 })
  expect(requests[0]?.headers.get('if-match')).toBe('"7"')
})

it('the server answers in the reader’s language', async () => {
  preferences.set({ language: 'en' })
  answerWith(200)
  await api.get('/api/v1/profile')
  expect(requests[0]?.headers.get('accept-language')).toBe('en')
})

it('no content gives nothing', async () => {
  answerWith(204)
  expect(await api.delete('/api/v1/tokens/{id}', { path: { id: 'a/b' } })).toBeUndefined()
  expect(requests[0]?.url).toBe('/api/v1/tokens/a%2Fb')
})

it('empty filters are left out and lists are joined', () => {
  expect(urlOf('/api/v1/work-items', { query: { q: '', state: ['assigned', 'done'], cursor: undefined, limit: 50 } })).toBe('/api/v1/work-items?state=assigned%2Cdone&limit=50')
})

it('a lost session is announced, a wrong password is not', async () => {
  const signedOut = vi.fn()
  whenSignedOut(signedOut)
  answerWith(401)
  await expect(api.post('/api/v1/session', { body: { login: 'a', password: 'b' } })).rejects.toMatchObject({ status: 401 })
  expect(signedOut).not.toHaveBeenCalled()
  await expect(api.get('/api/v1/profile')).rejects.toMatchObject({ status: 401 })
  expect(signedOut).toHaveBeenCalledOnce()
})

it('no network is a problem like any other', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(api.get('/api/v1/profile')).rejects.toMatchObject({ code: 'client.unreachable', isUnreachable: true })
})
