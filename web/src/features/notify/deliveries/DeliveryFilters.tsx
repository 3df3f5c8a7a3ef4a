import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FilterBar } from '@/components/FilterBar'
import { FilterChip } from '@/components/FilterChip'
import { PersonSelect } from '@/components/PersonSelect'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import type { Channel } from '../words'

const states: Schema<'DeliveryState'>[] = ['waiting', 'sending', 'delivered', 'refused', 'dead', 'dropped', 'merged']
const channels: Channel[] = ['email', 'push', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook']

interface Props {
  values: Record<string, string>
  onChange: (change: Record<string, string | undefined>) => void
  onClear: () => void
}

export function DeliveryFilters({ values, onChange, onClear }: Props) {
  const { t } = useTranslation('notify')
  const filters = [
    { name: 'state', label: t('deliveries.state'), options: states.map((value) => ({ value, text: t(`state.${value}`) })) },
    { name: 'channel', label: t('deliveries.channel'), options: channels.map((value) => ({ value, text: t(`channel.${value}`) })) },
  ]
  const days = (['from', 'until'] as const).map((name) => (
    <FilterChip key={name} label={t(`deliveries.${name}`)} text={values[name] ?? ''} onRemove={() => onChange({ [name]: undefined })}>
      {(close) => (
        <DateField
          value={values[name]}
          onChange={(date) => {
            onChange({ [name]: date })
            close()
          }}
        />
      )}
    </FilterChip>
  ))
  const chips = [<RecipientChip key="recipient" id={values.recipient_id} onChange={(id) => onChange({ recipient_id: id })} />, ...days]
  return <FilterBar values={values} filters={filters} chips={chips} onChange={onChange} onClear={onClear} />
}

function RecipientChip({ id, onChange }: { id: string | undefined; onChange: (id: string | undefined) => void }) {
  const { t } = useTranslation('notify')
  const { data: person } = useQuery({
    queryKey: ['employees', 'one', id],
    queryFn: ({ signal }) => api.get('/api/v1/employees/{id}', { path: { id: id! }, signal }),
    enabled: id !== undefined,
  })
  return (
    <FilterChip label={t('deliveries.recipient')} text={id ? (person?.name ?? '…') : ''} onRemove={() => onChange(undefined)}>
      {(close) => (
        <PersonSelect
          autoOpen
          value={id}
          known={person}
          onChange={(next) => {
            onChange(next)
            close()
          }}
        />
      )}
    </FilterChip>
  )
}
