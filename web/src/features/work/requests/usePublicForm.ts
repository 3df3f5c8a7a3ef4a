import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'

const formKey = ['public-form-settings'] as const

export function usePublicForm() {
  return useQuery({ queryKey: formKey, queryFn: ({ signal }) => api.get('/api/v1/public-form', { signal }) })
}

export function useChangePublicForm() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ version, ...body }: Schema<'PublicFormForm'> & { version: number }) => api.put('/api/v1/public-form', { body, version }),
    onSuccess: (form) => queryClient.setQueryData(formKey, form),
  })
}

export function useRenewAddress() {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: () => api.post('/api/v1/public-form/address'), onSuccess: (form) => queryClient.setQueryData(formKey, form) })
}
