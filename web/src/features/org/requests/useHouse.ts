import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

export type Organization = Schema<'OrganizationView'>
export type Calendar = Schema<'CalendarView'>

const organizationKey = ['organization'] as const
const calendarKey = ['working-calendar'] as const

export function useOrganization() {
  return useQuery({ queryKey: organizationKey, queryFn: ({ signal }) => api.get('/api/v1/organization', { signal }) })
}

/** The name stands above every page, and times are shown in its zone. */
export function useChangeOrganization() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ version, patch }: { version: number; patch: Schema<'OrganizationPatch'> }) => api.patch('/api/v1/organization', { body: patch, version }),
    onSettled: () => Promise.all([organizationKey, ['session']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
}

export function useCalendar() {
  return useQuery({ queryKey: calendarKey, queryFn: ({ signal }) => api.get('/api/v1/calendar', { signal }) })
}

export function useSaveCalendar() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ version, form }: { version: number; form: Schema<'CalendarForm'> }) => api.put('/api/v1/calendar', { body: form, version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: calendarKey }),
  })
}
