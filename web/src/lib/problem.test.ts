import { describe, expect, it } from 'vitest'
import { ApiProblem, asProblem, fieldPath, problemOf } from './problem'

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Response(text, { status, headers: { 'content-type': 'application/problem+json', ...headers } })
}

describe('a problem', () => {
  it('keeps the code, the title, the request and every field error', async () => {
    const errors = [{ field: 'lines.0.due_at', code: 'work.due_in_past', message: '计划完成时间已过' }]
    const problem = await problemOf(answer(422, { title: '请检查填写的内容', code: 'request.invalid_fields', request_id: 'r-1', errors }))
    expect(problem).toMatchObject({ status: 422, code: 'request.invalid_fields', title: '请检查填写的内容', request_id: 'r-1', errors })
  })
  it('is made of an html answer too', async () => {
    const problem = await problemOf(answer(502, '<html>bad gateway</html>', { 'content-type': 'text/html' }))
    expect(problem).toMatchObject({ status: 502, code: 'client.unavailable', title: '', errors: [] })
  })
  it('survives a body that claims to be json and is not', async () => {
    expect((await problemOf(answer(500, 'oops'))).code).toBe('client.server_failed')
  })
  it('tells when to try again', async () => {
    expect((await problemOf(answer(429, {}, { 'retry-after': '30' }))).retryAfter).toBe(30)
  })
  it('is final only when the same request can never succeed', () => {
    expect([400, 403, 404, 409, 412, 422].map((status) => new ApiProblem(status, {}).isFinal)).not.toContain(false)
    expect([0, 401, 408, 429, 500, 503].map((status) => new ApiProblem(status, {}).isFinal)).not.toContain(true)
  })
})

it('any thrown thing becomes a problem whose text is ours, not the browser’s English', () => {
  expect(asProblem(new TypeError('x is undefined'))).toMatchObject({ code: 'client.failed', title: '', detail: '' })
})

it.each(['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])('a way lost is told as such in every browser: %s', (message) => {
  expect(asProblem(new TypeError(message))).toMatchObject({ code: 'client.unreachable', isUnreachable: true, title: '' })
})

it('code that is gone means the product was upgraded', () => {
  expect(asProblem(new TypeError('Failed to fetch dynamically imported module: /assets/Page-1.js'))).toMatchObject({ code: 'client.outdated', title: '' })
})

it('a field path splits into names and indexes', () => {
  expect(fieldPath('lines.2.due_at')).toEqual(['lines', 2, 'due_at'])
})
