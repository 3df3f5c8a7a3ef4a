import { request } from './api'
import { deviceStore, type Kept } from './deviceStore'
import { ApiProblem } from './problem'
import { uuidv7 } from './uuid'

/** Something written without network, to be sent later. `id` is its idempotency key: sent twice, it counts once. */
export interface Letter extends Kept {
  id: string
  method: 'post' | 'put' | 'patch'
  path: string
  body: unknown
  /** What the person sees in the list of unsent things. */
  label: string
  written_at: number
  /** Set when the server refused it for good; the person corrects or drops it. */
  refusal?: { code: string; title: string }
}
export type NewLetter = Omit<Letter, 'key' | 'id' | 'written_at' | 'refusal'> & { id?: string }

const listeners = new Set<() => void>()
function changed(): void {
  listeners.forEach((listener) => listener())
}

export const outbox = {
  async add(userId: string, letter: NewLetter, now = Date.now()): Promise<Letter> {
    const id = letter.id ?? uuidv7(now)
    // UUIDv7 sorts by time, so the key order is the order of writing.
    const kept: Letter = { ...letter, id, key: `${userId}/${id}`, written_at: now }
    await deviceStore.put('outbox', kept)
    changed()
    return kept
  },
  list: (userId: string) => deviceStore.list<Letter>('outbox', `${userId}/`),
  async drop(letter: Letter): Promise<void> {
    await deviceStore.remove('outbox', letter.key)
    changed()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export interface Delivery {
  sent: Letter[]
  refused: Letter[]
}

let delivering: Promise<Delivery> | undefined

/** Sends what waits, oldest first, and stops at the first sign that the way is still closed. */
export function deliver(userId: string): Promise<Delivery> {
  delivering ??= deliverAll(userId).finally(() => {
    delivering = undefined
    changed()
  })
  return delivering
}

const RETRY_EVERY = 30_000

/** Sends at once, with every new network, and now and then while something waits; until the returned function is called. */
export function keepDelivering(userId: string, onDelivered: (delivery: Delivery) => void): () => void {
  const send = () => void deliver(userId).then(onDelivered, () => undefined)
  const retry = async () => {
    const letters = await outbox.list(userId).catch(() => [])
    if (letters.some((letter) => !letter.refusal)) send()
  }
  send()
  const timer = setInterval(() => void retry(), RETRY_EVERY)
  addEventListener('online', send)
  return () => {
    clearInterval(timer)
    removeEventListener('online', send)
  }
}

async function deliverAll(userId: string): Promise<Delivery> {
  const delivery: Delivery = { sent: [], refused: [] }
  for (const letter of await outbox.list(userId)) {
    if (letter.refusal) continue
    try {
      await request(letter.method, letter.path, { body: letter.body, idempotencyKey: letter.id })
      await deviceStore.remove('outbox', letter.key)
      delivery.sent.push(letter)
    } catch (error) {
      if (!(error instanceof ApiProblem) || !error.isFinal) break
      const refused = { ...letter, refusal: { code: error.code, title: error.title } }
      await deviceStore.put('outbox', refused)
      delivery.refused.push(refused)
    }
  }
  return delivery
}
