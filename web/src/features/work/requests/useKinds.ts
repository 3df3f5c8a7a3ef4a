import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { usePreferences } from '@/lib/preferences'

/** A kind as the reader calls it. */
export type Kind = Schema<'KindView'> & { name: string }

export const kindsKey = ['kinds'] as const

/** The kinds of work items, named in the reader's language: `kinds` for new items, `all` with the closed ones. */
export function useKinds() {
  const { language } = usePreferences()
  const query = useQuery({
    queryKey: kindsKey,
    queryFn: ({ signal }) => api.get('/api/v1/kinds', { signal }),
    staleTime: 300_000,
  })
  const all: Kind[] = (query.data?.items ?? []).map((kind) => ({ ...kind, name: language === 'zh' ? kind.name_zh : kind.name_en }))
  const kindOf = (code: string | undefined) => all.find((kind) => kind.code === code)
  return { ...query, all, kinds: all.filter((kind) => !kind.closed_at), kindOf, nameOf: (code: string) => kindOf(code)?.name ?? '' }
}
