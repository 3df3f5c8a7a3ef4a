import { afterEach, expect, it, vi } from 'vitest'
import { deliver, keepDelivering, outbox } from './outbox'

type Sent = { path: string; key: string | null; body: unknown }

/** A server that answers with these statuses in turn; 0 means the network is away. */
function serverAnswering(...statuses: number[]): Sent[] {
  const seen: Sent[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const status = statuses.shift() ?? 201
    if (status === 0) throw new TypeError('Failed to fetch')
    seen.push({ path, key: new Headers(init.headers).get('idempotency-key'), body: JSON.parse(String(init.body)) })
    return new Response(JSON.stringify({ code: 'x', title: '不行' }), { status, headers: { 'content-type': 'application/json' } })
  })
  return seen
}

let person = 0
async function write(...findings: string[]): Promise<string> {
  const user = `person-${person++}`
  for (const [index, finding] of findings.entries()) await outbox.add(user, { method: 'post', path: '/api/v1/follow-ups', body: { finding }, label: finding }, 1_700_000_000_000 + index)
  return user
}

afterEach(() => vi.unstubAllGlobals())

it('what was written offline is sent in the order of writing, with its id as idempotency key', async () => {
  const user = await write('一', '二')
  const ids = (await outbox.list(user)).map((letter) => letter.id)
  const seen = serverAnswering()
  await deliver(user)
  expect(seen.map((each) => each.body)).toEqual([{ finding: '一' }, { finding: '二' }])
  expect(seen.map((each) => each.key)).toEqual(ids)
  expect(await outbox.list(user)).toEqual([])
})

it('without network everything stays', async () => {
  const user = await write('一', '二')
  serverAnswering(0)
  expect((await deliver(user)).sent).toEqual([])
  expect(await outbox.list(user)).toHaveLength(2)
})

it('a lost answer is asked for again with the same key', async () => {
  const user = await write('一')
  serverAnswering(503)
  await deliver(user)
  const seen = serverAnswering(201)
  const [letter] = await outbox.list(user)
  await deliver(user)
  expect(seen[0]?.key).toBe(letter?.id)
})

it('a refused one is kept with its reason and does not hold up the next', async () => {
  const user = await write('一', '二')
  serverAnswering(422, 201)
  const { sent, refused } = await deliver(user)
  expect(sent.map((letter) => letter.label)).toEqual(['二'])
  expect(refused.map((letter) => letter.refusal?.title)).toEqual(['不行'])
  expect(await outbox.list(user)).toHaveLength(1)
})

it('two deliveries at once send nothing twice', async () => {
  const user = await write('一', '二')
  const seen = serverAnswering()
  await Promise.all([deliver(user), deliver(user)])
  expect(seen).toHaveLength(2)
})

it('what waits is tried again every half minute, and what was refused is not', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  const user = await write('一')
  const seen = serverAnswering(503, 503, 422)
  const settled = () => new Promise((resolve) => setTimeout(resolve, 30))
  const stop = keepDelivering(user, () => undefined)
  await settled()
  expect(seen).toHaveLength(1)
  for (const tried of [2, 3, 3]) {
    vi.advanceTimersByTime(30_000)
    await settled()
    expect(seen).toHaveLength(tried)
  }
  expect((await outbox.list(user))[0]?.refusal?.title).toBe('不行')
  stop()
  vi.useRealTimers()
})
