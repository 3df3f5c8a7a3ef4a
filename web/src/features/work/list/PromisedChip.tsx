import { useTranslation } from 'react-i18next'
import { FilterChip } from '@/components/FilterChip'

interface Props {
  filters: Record<string, string>
  onChange: (change: Record<string, undefined>) => void
}

/** The rows behind an on-time rate: it comes from the analysis and can only be taken away. */
export function PromisedChip({ filters, onChange }: Props) {
  const { t } = useTranslation('work')
  const { punctuality, original_due_from: from, original_due_to: to } = filters
  if (!punctuality && !from) return null
  const text = [from && to ? `${from} – ${to}` : '', punctuality ? t(`promised.${punctuality}`) : ''].filter(Boolean).join(' ')
  return (
    <FilterChip label={t('promised.label')} text={text} onRemove={() => onChange({ punctuality: undefined, original_due_from: undefined, original_due_to: undefined, department_only: undefined })}>
      {() => text}
    </FilterChip>
  )
}
