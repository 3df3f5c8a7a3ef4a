import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { preferences } from '@/lib/preferences'
import { ApiProblem, problemOf } from '@/lib/problem'
import { refreshFollowed, workItemKey } from '@/lib/queryKeys'

const lettersKey = (id: string) => [...workItemKey(id), 'letters'] as const

/** Urging letters sent on an item, newest first. Sending one is a follow-up: without follow-ups there are none. */
export function useLetters(id: string, isFollowedUp: boolean) {
  return useQuery({
    queryKey: lettersKey(id),
    queryFn: ({ signal }) => api.get('/api/v1/work-items/{id}/urging-letters', { path: { id }, signal }),
    select: (page) => page.items,
    enabled: isFollowedUp,
  })
}

export function useSendLetter(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'LetterForm'>; key: string }) => api.post('/api/v1/work-items/{id}/urging-letters', { path: { id }, body: form, idempotencyKey: key }),
    onSuccess: () => refreshFollowed(queryClient, id),
  })
}

/** The PDF as it would be; nothing is sent and no number taken. */
export async function previewLetter(id: string, form: Schema<'LetterForm'>): Promise<Blob> {
  const response = await fetch(`/api/v1/work-items/${id}/urging-letters/previews`, {
    method: 'POST',
    headers: { 'accept-language': preferences.get().language, 'content-type': 'application/json', 'x-requested-with': 'zhixing' },
    body: JSON.stringify(form),
    credentials: 'same-origin',
  }).catch(() => {
    throw ApiProblem.unreachable()
  })
  if (!response.ok) throw await problemOf(response)
  return response.blob()
}
