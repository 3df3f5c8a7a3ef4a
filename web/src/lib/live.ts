import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useStream } from './stream'

interface Changed {
  topic: string
  id: string
}
const isChanged = (data: unknown): data is Changed => typeof data === 'object' && data !== null && 'topic' in data && 'id' in data

/** Calls `handle` with the id of every thing of that topic that somebody changes while the component is shown. */
export function useChanges(topic: string, handle: (id: string) => void): void {
  useStream('changed', (data) => {
    if (isChanged(data) && data.topic === topic) handle(data.id)
  })
}

const REST = 3000

/** For lists: at most one refresh in three seconds, however busy the house is. */
export function useChangesOfMany(topic: string, refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(topic, () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      refresh()
    }, REST)
  })
}

/** The server says so when it may have missed changes made at another node: everything shown is fetched again. */
export function useRefreshWhenMissed(): void {
  const queries = useQueryClient()
  useStream('refresh', () => void queries.invalidateQueries())
}
