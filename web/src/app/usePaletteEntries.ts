import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Noun, QuickAdd, SearchHit, SearchSource } from '@/lib/feature'
import { may, useSession } from '@/lib/session'
import { useDebounced } from '@/lib/useDebounced'
import { features } from './features'

export interface PaletteEntry extends SearchHit {
  icon?: ComponentType
}
export interface PaletteGroup {
  key: 'found' | 'add' | 'go'
  entries: PaletteEntry[]
}

const everySource = features.flatMap((feature) => (feature.search ? [feature.search] : []))

/** One source that fails must not hide what the others found. */
async function searchAll(from: SearchSource[], typed: string, signal: AbortSignal): Promise<SearchHit[]> {
  const answers = await Promise.allSettled(from.map((source) => source.find(typed, signal)))
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

export function usePaletteEntries(typed: string, nouns: Noun[], quickAdds: QuickAdd[]): { groups: PaletteGroup[]; isSearching: boolean } {
  const { t } = useTranslation('app')
  const session = useSession()
  const sources = everySource.filter((source) => !source.permission || may(session, source.permission))
  const wanted = typed.trim()
  const settled = useDebounced(wanted, 150)
  const found = useQuery({
    queryKey: ['search', settled],
    queryFn: ({ signal }) => searchAll(sources, settled, signal),
    enabled: settled.length > 0 && sources.length > 0,
  })
  const matches = (text: string) => text.toLowerCase().includes(wanted.toLowerCase())
  const groups: PaletteGroup[] = [
    { key: 'found', entries: wanted ? (found.data ?? []) : [] },
    { key: 'add', entries: quickAdds.map(({ key, path, icon }) => ({ id: `add-${key}`, path, icon, title: t(`add.${key}`) })).filter((entry) => matches(entry.title)) },
    { key: 'go', entries: nouns.map(({ key, path, icon }) => ({ id: `go-${key}`, path, icon, title: t(`nav.${key}`) })).filter((entry) => matches(entry.title)) },
  ]
  return { groups: groups.filter((group) => group.entries.length > 0), isSearching: found.isFetching || (sources.length > 0 && settled !== wanted) }
}
