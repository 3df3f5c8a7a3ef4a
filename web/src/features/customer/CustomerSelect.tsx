import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClearing } from '@/components/useClearing'
import { api } from '@/lib/api'
import { useDebounced } from '@/lib/useDebounced'
import { customersKey } from './requests/keys'

interface Props {
  id?: string
  value?: string | null
  onChange?: (id: string | undefined) => void
  /** The chosen one as the page already knows it. */
  known?: { id: string; name: string }
  /** Not offered: nobody belongs to themselves. */
  without?: string
}

/** Finds a customer by name, pinyin or number. */
export function CustomerSelect({ id, value, onChange, known, without }: Props) {
  const { t } = useTranslation('customer')
  const clearing = useClearing()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const text = useDebounced(typed.trim(), 200)
  const { data, isFetching } = useQuery({
    queryKey: [...customersKey, 'select', text],
    queryFn: ({ signal }) => api.get('/api/v1/customers', { query: { text: text || undefined, limit: 20 }, signal }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  const found = (data?.items ?? []).map(({ id: each, name }) => ({ id: each, name })).filter((customer) => customer.id !== without)
  const all = known && !found.some((customer) => customer.id === known.id) ? [known, ...found] : found
  return (
    <Select
      id={id}
      value={value ?? undefined}
      allowClear={clearing}
      placeholder={t('form.group_hint')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      onOpenChange={setOpen}
      notFoundContent={isFetching ? t('form.searching') : t('list.none_found')}
      options={all.map((customer) => ({ value: customer.id, label: customer.name }))}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}
