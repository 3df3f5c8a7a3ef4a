import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

export interface ListState {
  q: string
  /** "due_at" upwards, "-due_at" downwards, empty for the list's own order. */
  sort: string
  filters: Record<string, string>
}

/** What a list shows lives in the address, so that it can be shared, kept and gone back to. */
export function useListState(filterNames: readonly string[]) {
  const [search, setSearch] = useSearchParams()
  const names = filterNames.join()
  const state = useMemo<ListState>(() => {
    const filters: Record<string, string> = {}
    for (const name of names.split(',')) {
      const value = name && search.get(name)
      if (value) filters[name] = value
    }
    return { q: search.get('q') ?? '', sort: search.get('sort') ?? '', filters }
  }, [search, names])

  const set = useCallback(
    (change: Record<string, string | undefined>) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old)
          for (const [name, value] of Object.entries(change)) {
            if (value) next.set(name, value)
            else next.delete(name)
          }
          return next
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  )
  const clear = useCallback(() => set(Object.fromEntries(['q', ...names.split(',')].map((name) => [name, undefined]))), [set, names])
  return { ...state, set, clear }
}
