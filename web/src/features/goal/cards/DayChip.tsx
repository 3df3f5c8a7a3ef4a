import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FilterChip } from '@/components/FilterChip'

/** A day as a filter: of whose period it is part. */
export function DayChip({ day, onChange }: { day: string | undefined; onChange: (day: string | undefined) => void }) {
  const { t } = useTranslation('goal')
  return (
    <FilterChip label={t('filter.day')} text={day ?? ''} onRemove={() => onChange(undefined)}>
      {(close) => (
        <DateField
          value={day}
          onChange={(next) => {
            onChange(next)
            close()
          }}
        />
      )}
    </FilterChip>
  )
}
