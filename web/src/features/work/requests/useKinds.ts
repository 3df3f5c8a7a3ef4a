import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { usePreferences } from '@/lib/preferences'

export interface Kind {
  code: string
  name: string
}

/** The kinds of work items, named in the reader's language. */
export function useKinds() {
  const { language } = usePreferences()
  const { data } = useQuery({
    queryKey: ['work-item-kinds'],
    queryFn: ({ signal }) => api.get('/api/v1/work-item-kinds', { signal }),
    staleTime: 3600_000,
  })
  const kinds: Kind[] = (data?.items ?? []).map((kind) => ({ code: kind.code, name: language === 'zh' ? kind.name_zh : kind.name_en }))
  return { kinds, nameOf: (code: string) => kinds.find((kind) => kind.code === code)?.name ?? '' }
}
