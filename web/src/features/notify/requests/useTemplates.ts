import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Language, Schema } from '@/lib/api-types'
import type { Channel } from '../words'

export type Template = Schema<'TemplateView'>
export type PreviewForm = Schema<'PreviewForm'>

const templatesKey = ['notice-templates'] as const

export function useTemplates(query: { language: Language; channel: Channel }) {
  return useQuery({ queryKey: [...templatesKey, query], queryFn: ({ signal }) => api.get('/api/v1/notice-templates', { query, signal }), select: (page) => page.items, placeholderData: keepPreviousData })
}

const keyOf = ({ event, channel, language }: Template) => ({ event, channel, language })

export function usePutTemplate() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ template, form }: { template: Template; form: Schema<'TemplateForm'> }) =>
      api.put('/api/v1/notice-templates/{event}/{channel}/{language}', { path: keyOf(template), version: template.version, body: form }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: templatesKey }),
  })
}

export function useResetTemplate() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (template: Template) => api.delete('/api/v1/notice-templates/{event}/{channel}/{language}', { path: keyOf(template) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: templatesKey }),
  })
}

/** The way the receiver sees it, with made-up values. */
export function usePreview(form: PreviewForm) {
  return useQuery({
    queryKey: ['notice-preview', form],
    queryFn: ({ signal }) => api.post('/api/v1/notice-templates/previews', { body: form, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useTryTemplate() {
  return useMutation({ mutationFn: (form: PreviewForm) => api.post('/api/v1/notice-templates/trials', { body: form }) })
}
