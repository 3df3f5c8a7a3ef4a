import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

/** A refusal stays a refusal; only a lost way to the server is worth another try. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) return false
  if (!navigator.onLine) return false
  return failures < 2
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthRetrying, refetchOnWindowFocus: true, networkMode: 'always' },
      // Writes are repeated by the person or by the outbox, both with the same idempotency key.
      // Without network they fail at once, so that a form can put its letter into the outbox; paused, they would just hang.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
