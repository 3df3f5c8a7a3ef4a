import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FilterChip } from '@/components/FilterChip'
import { PersonSelect } from '@/components/PersonSelect'
import { api } from '@/lib/api'

interface Props {
  id: string | undefined
  onChange: (id: string | undefined) => void
}

/** The account manager as a filter. The address holds only the id, so the name is asked for. */
export function ManagerChip({ id, onChange }: Props) {
  const { t } = useTranslation('customer')
  const { data: person } = useQuery({
    queryKey: ['employee', id],
    queryFn: ({ signal }) => api.get('/api/v1/employees/{id}', { path: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    staleTime: 600_000,
  })
  return (
    <FilterChip label={t('field.account_manager')} text={id ? (person?.name ?? '…') : ''} onRemove={() => onChange(undefined)}>
      {(close) => (
        <PersonSelect
          value={id}
          known={person}
          autoOpen
          onChange={(next) => {
            onChange(next)
            close()
          }}
        />
      )}
    </FilterChip>
  )
}
