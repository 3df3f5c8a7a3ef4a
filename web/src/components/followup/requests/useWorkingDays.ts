import { useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api'
import { addDays } from '@/lib/civilTime'

/** Which of the next three weeks' days are worked, holidays and adjusted workdays considered. */
export function useWorkingDays(today: string) {
  return useQuery({
    queryKey: ['working-days', today],
    queryFn: ({ signal }) => api.get('/api/v1/calendar/days', { query: { from: today, until: addDays(today, 21) }, signal }),
    select: (page) => page.items,
    staleTime: 3600_000,
    retry: false,
  })
}
