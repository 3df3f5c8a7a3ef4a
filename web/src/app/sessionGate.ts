import type { QueryClient } from '@tanstack/react-query'
import { whenSignedOut } from '@/lib/api'
import { sessionKey } from '@/lib/sessionQuery'

/** The server no longer knows us: forget who we were, and the gate shows the sign-in page with the way back. */
export function signOutWhenTold(queryClient: QueryClient): void {
  whenSignedOut(() => queryClient.setQueryData(sessionKey, null))
}
