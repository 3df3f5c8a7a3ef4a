import { createContext, useContext } from 'react'
import type { Scope, Session } from './api-types'

export const SessionContext = createContext<Session | null>(null)

/** The signed-in person. Only below the shell, where somebody is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of a signed-in page')
  return session
}

const reach: Scope[] = ['none', 'self', 'direct_reports', 'department', 'department_and_below', 'organization']

export function may(session: Session, permission: string, atLeast: Scope = 'self'): boolean {
  return reach.indexOf(session.permissions[permission] ?? 'none') >= reach.indexOf(atLeast)
}

/** Whether to offer something; the server decides again. */
export function useMay(permission: string | undefined, atLeast: Scope = 'self'): boolean {
  const session = useSession()
  return permission === undefined || may(session, permission, atLeast)
}

/** An administrator's week to set up a second factor is over: the server answers nothing else before. */
export function isSecondFactorOverdue({ second_factor }: Session): boolean {
  return second_factor.due_at !== null && new Date(second_factor.due_at) <= new Date()
}
