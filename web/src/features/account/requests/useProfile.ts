import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Profile, ProfileForm, Session } from '@/lib/api-types'
import { preferences } from '@/lib/preferences'
import { sessionKey } from '@/lib/sessionQuery'

const profileKey = ['profile'] as const

export function useProfile() {
  return useQuery({ queryKey: profileKey, queryFn: ({ signal }) => api.get('/api/v1/profile', { signal }) })
}

export function useChangeProfile() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (form: ProfileForm) => api.patch('/api/v1/profile', { body: form, version: queryClient.getQueryData<Profile>(profileKey)?.version }),
    onSuccess: (profile) => {
      queryClient.setQueryData(profileKey, profile)
      const { language, theme } = profile
      preferences.set({ language, theme })
      queryClient.setQueryData<Session | null>(sessionKey, (session) => session && { ...session, user: { ...session.user, language, theme } })
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: profileKey }),
  })
}
