import { useEffect, useRef } from 'react'

type Listener = (data: unknown) => void

// One connection for the page however many components listen; browsers allow only six per server.
let source: EventSource | undefined
const listeners = new Map<string, Set<Listener>>()

function deliver(event: MessageEvent<string>): void {
  let data: unknown = event.data
  try {
    data = JSON.parse(event.data)
  } catch {
    // Plain text is allowed.
  }
  listeners.get(event.type)?.forEach((listener) => listener(data))
}

function listen(type: string, listener: Listener): () => void {
  source ??= new EventSource('/api/v1/stream')
  const existing = listeners.get(type)
  if (existing) existing.add(listener)
  else {
    listeners.set(type, new Set([listener]))
    source.addEventListener(type, deliver)
  }
  return () => forget(type, listener)
}

function forget(type: string, listener: Listener): void {
  const remaining = listeners.get(type)
  if (!remaining?.delete(listener) || remaining.size > 0) return
  listeners.delete(type)
  source?.removeEventListener(type, deliver)
  if (listeners.size > 0) return
  source?.close()
  source = undefined
}

/** Calls `handle` for every server-sent event of that type while the component is shown. EventSource reconnects itself. */
export function useStream(type: string, handle: Listener): void {
  const latest = useRef(handle)
  useEffect(() => {
    latest.current = handle
  })
  useEffect(() => listen(type, (data) => latest.current(data)), [type])
}
