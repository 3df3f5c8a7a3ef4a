import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

const styleKey = (employee: string | undefined) => ['goal-style', employee] as const

/** How somebody is usually led: the style of their new cards. Only oneself and those above may know. */
export function useManagementStyle(employee: string | undefined) {
  return useQuery({ queryKey: styleKey(employee), queryFn: ({ signal }) => api.get('/api/v1/goal-styles/{id}', { path: { id: employee! }, signal }), enabled: employee !== undefined, retry: false })
}

export function useSetManagementStyle() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ employee, style }: { employee: string; style: Schema<'ManagementStyle'> }) => api.put('/api/v1/goal-styles/{id}', { path: { id: employee }, body: { style } }),
    onSuccess: (view) => queryClient.setQueryData(styleKey(view.employee_id), view),
  })
}
