import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { useMay } from '@/lib/session'

const MINUTE = 60_000

/** Whether reminders go out in time; asked only for who looks after the house. */
export function useReminderHealth() {
  const isAdministrator = [useMay('configuration.manage'), useMay('accounts.manage'), useMay('audit.read')].some(Boolean)
  return useQuery({
    queryKey: ['reminder-health'],
    queryFn: ({ signal }) => api.get('/api/v1/operating/reminders', { signal }),
    enabled: isAdministrator,
    refetchInterval: MINUTE,
    staleTime: MINUTE,
    retry: false,
  })
}
