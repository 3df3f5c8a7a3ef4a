import { api } from '@/lib/api'
import type { SearchHit } from '@/lib/feature'

const MOST = 4

/** Goal cards by person, number and the words of their goals; target sheets by title. */
export async function search(typed: string, signal: AbortSignal): Promise<SearchHit[]> {
  const [cards, sheets] = await Promise.all([
    api.get('/api/v1/goal-cards', { query: { text: typed, limit: MOST }, signal }),
    api.get('/api/v1/target-sheets', { query: { q: typed, limit: MOST }, signal }),
  ])
  return [
    ...cards.items.map((card) => ({ id: card.id, path: `/goals/cards/${card.id}`, title: `${card.person.name} · ${card.period_from} – ${card.period_to}`, note: card.number, detail: [card.department_name, card.position].filter(Boolean).join(' · ') })),
    ...sheets.items.map((sheet) => ({ id: sheet.id, path: `/goals/targets/${sheet.id}`, title: sheet.title, note: sheet.period.label, detail: sheet.employee?.name ?? sheet.department?.name })),
  ]
}
