import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api } from './api'
import type { Session } from './api-types'
import { preferences } from './preferences'
import { readStored, removeStored, writeStored } from './deviceSettings'
import { ApiProblem } from './problem'

export const sessionKey = ['session'] as const

const ENTERED = 'zx.entered'

/** Whether somebody signed in on this device and did not sign out: only then is the sign-in page worth asking the server who it is. */
export const entered = {
  isLikely: () => readStored(ENTERED) !== null,
  remember: () => writeStored(ENTERED, '1'),
  forget: () => removeStored(ENTERED),
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await api.get('/api/v1/session', { signal })
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        entered.forget()
        return null
      }
      throw error
    }
  },
  staleTime: 5 * 60_000,
})

/** Somebody just signed in (or finished the set-up): everything known about the one before is forgotten. */
export function enter(queryClient: QueryClient, session: Session): void {
  entered.remember()
  queryClient.clear()
  queryClient.setQueryData(sessionKey, session)
  preferences.set({ language: session.user.language, theme: session.user.theme })
}

/** A path on this site to go on to after signing in; anything else would let a link lead people away. */
export function safeReturnPath(path: string | null): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '/'
}
