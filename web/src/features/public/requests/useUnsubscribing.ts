import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'

const mailKey = (token: string) => ['unsubscribing', token] as const

export function useUnsubscribing(token: string) {
  return useQuery({ queryKey: mailKey(token), queryFn: ({ signal }) => api.get('/api/v1/public/unsubscribe/{token}', { path: { token }, signal }), staleTime: Infinity, retry: false })
}

export function useUnsubscribe(token: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.post('/api/v1/public/unsubscribe/{token}', { path: { token } }),
    onSuccess: (page) => queryClient.setQueryData(mailKey(token), page),
  })
}
