import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import type { PersonRef } from '@/lib/api-types'
import { useDebounced } from '@/lib/useDebounced'
import { PersonName } from './Person'

interface Props {
  id?: string
  value?: string[]
  onChange?: (ids: string[]) => void
  /** The chosen ones as the page already knows them. */
  known?: PersonRef[]
  /** Where no label belongs to the field. */
  label?: string
  autoFocus?: boolean
}

/** Several colleagues, found as in PersonSelect. */
export function PeopleSelect({ id, value = [], onChange, known = [], label, autoFocus }: Props) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [picked, setPicked] = useState<PersonRef[]>(known)
  const text = useDebounced(typed.trim(), 200)
  const { data, isFetching } = useQuery({
    queryKey: ['employees', 'select', text],
    queryFn: ({ signal }) => api.get('/api/v1/employees', { query: { text: text || undefined, limit: 20 }, signal }),
    enabled: isOpen || value.some((each) => !picked.some((person) => person.id === each)),
    placeholderData: keepPreviousData,
  })
  const found: PersonRef[] = data?.items ?? []
  const people = [...found, ...picked.filter((person) => !found.some((each) => each.id === person.id))]
  return (
    <Select
      id={id}
      mode="multiple"
      autoFocus={autoFocus}
      aria-label={label}
      style={{ width: '100%' }}
      value={value}
      placeholder={t('person.placeholder')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      onOpenChange={setOpen}
      notFoundContent={isFetching ? t('loading') : t('person.none')}
      options={people.map((person) => ({ value: person.id, label: person.name, person }))}
      optionRender={({ data: option }) => <PersonName name={option.person.name} note={option.person.department_name ?? undefined} />}
      onChange={(ids: string[]) => {
        setPicked(people.filter((person) => ids.includes(person.id)))
        onChange?.(ids)
      }}
    />
  )
}
