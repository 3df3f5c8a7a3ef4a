import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { type Filter, FilterBar } from '@/components/FilterBar'
import { FilterChip } from '@/components/FilterChip'
import { PersonSelect } from '@/components/PersonSelect'
import { useEmployee } from '../requests/usePeople'
import styles from './Audit.module.css'

const SUBJECTS = ['work_item', 'customer', 'goal_card', 'employee', 'department', 'position', 'user', 'role', 'organization', 'product', 'measure', 'target_sheet', 'work_kind', 'channel_account', 'notice_template']
const EVENTS = [
  'user.signed_in',
  'user.locked',
  'user.added',
  'user.changed',
  'user.disabled',
  'user.password_reset',
  'user.token_added',
  'role.added',
  'role.changed',
  'employee.left',
  'employee.handed_over',
  'organization.changed',
  'organization.calendar_changed',
  'customer.handed_over',
  'work_item.cancelled',
]

interface Props {
  filters: Record<string, string>
  onChange: (change: Record<string, string | undefined>) => void
  onClear: () => void
}

export function AuditFilters({ filters, onChange, onClear }: Props) {
  const { t } = useTranslation('org')
  const words: Filter[] = [
    { name: 'subject_type', label: t('audit.subject'), options: SUBJECTS.map((value) => ({ value, text: t(`audit.subjects.${value}`) })) },
    { name: 'event', label: t('audit.event'), options: EVENTS.map((value) => ({ value, text: t(`audit.events.${value.replace('.', '_')}`) })) },
  ]
  const { actor_id, from, until } = filters
  const { data: actor } = useEmployee(actor_id)
  const actorName = actor_id ? (actor?.name ?? '…') : ''
  const days = from || until ? `${from ?? '…'} – ${until ?? '…'}` : ''
  return (
    <FilterBar
      values={filters}
      filters={words}
      onChange={onChange}
      onClear={onClear}
      chips={
        <>
          <FilterChip label={t('audit.actor')} text={actorName} onRemove={() => onChange({ actor_id: undefined })}>
            {(close) => (
              <PersonSelect
                autoOpen
                value={actor_id}
                onChange={(id) => {
                  onChange({ actor_id: id })
                  close()
                }}
              />
            )}
          </FilterChip>
          <FilterChip label={t('audit.days')} text={days} onRemove={() => onChange({ from: undefined, until: undefined })}>
            {() => (
              <div className={styles.days}>
                <label htmlFor="audit-from">{t('audit.from')}</label>
                <DateField id="audit-from" value={from} onChange={(date) => onChange({ from: date })} />
                <label htmlFor="audit-to">{t('audit.to')}</label>
                <DateField id="audit-to" value={until} onChange={(date) => onChange({ until: date })} />
              </div>
            )}
          </FilterChip>
        </>
      }
    />
  )
}
