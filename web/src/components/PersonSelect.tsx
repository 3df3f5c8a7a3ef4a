import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import type { PersonRef } from '@/lib/api-types'
import { useDebounced } from '@/lib/useDebounced'
import { PersonName } from './Person'
import { useClearing } from './useClearing'

interface Props {
  id?: string
  value?: string
  onChange?: (id: string | undefined, person: PersonRef | undefined) => void
  /** The chosen person as the page already knows them, so that the name shows without a request. */
  known?: PersonRef
  placeholder?: string
  /** Where no label belongs to the field. */
  label?: string
  allowClear?: boolean
  disabled?: boolean
  /** In a popover that is opened only to choose. */
  autoOpen?: boolean
}

/** Finds a colleague by name, pinyin, initials ("zs") or number; the server does the matching. */
export function PersonSelect({ id, value, onChange, known, placeholder, label, allowClear = true, disabled, autoOpen = false }: Props) {
  const { t } = useTranslation('common')
  const clearing = useClearing()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<PersonRef>()
  const [isOpen, setOpen] = useState(autoOpen)
  const q = useDebounced(typed.trim(), 200)
  const { data, isFetching } = useQuery({
    queryKey: ['employees', 'select', q],
    queryFn: ({ signal }) => api.get('/api/v1/employees', { query: { text: q || undefined, limit: 20 }, signal }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  const found = data?.items ?? []
  const chosen = [picked, known].find((person) => person?.id === value)
  const people = chosen && !found.some((person) => person.id === chosen.id) ? [chosen, ...found] : found

  return (
    <Select
      id={id}
      value={value}
      placeholder={placeholder ?? t('person.placeholder')}
      allowClear={allowClear && clearing}
      disabled={disabled}
      autoFocus={autoOpen}
      defaultOpen={autoOpen}
      aria-label={label ?? (id ? undefined : (placeholder ?? t('person.placeholder')))}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      onOpenChange={setOpen}
      notFoundContent={isFetching ? t('loading') : t('person.none')}
      options={people.map((person) => ({ value: person.id, label: person.name, person }))}
      optionRender={({ data: option }) => <PersonName name={option.person.name} note={option.person.department_name ?? undefined} />}
      onChange={(next: string | undefined) => {
        const person = people.find((each) => each.id === next)
        setPicked(person)
        onChange?.(next, person)
      }}
    />
  )
}
