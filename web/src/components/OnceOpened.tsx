import { Suspense, useState, type ReactNode } from 'react'

interface Props {
  isOpen: boolean
  children: ReactNode
}

/** Brings in a lazy drawer with its first opening, and keeps it from then on so that it can close gently. */
export function OnceOpened({ isOpen, children }: Props) {
  const [wasOpened, setWasOpened] = useState(isOpen)
  if (isOpen && !wasOpened) setWasOpened(true)
  return wasOpened ? <Suspense>{children}</Suspense> : null
}
