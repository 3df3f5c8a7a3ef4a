import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { addDays, instantAt, nextMonday, workingDayAfter } from '@/lib/civilTime'
import { useTimeText } from '@/lib/useTimeText'
import { DateTimeField } from '../DateTimeField'
import styles from './NextTimeField.module.css'
import { useWorkingDays } from './requests/useWorkingDays'
import { useProposalText } from './useProposalText'

interface Props {
  id?: string
  value?: string
  onChange?: (instant: string | undefined) => void
  proposal?: Schema<'Proposal'>
}

const MORNING = '09:00'

/** When to look next: the cadence's proposal with its reason, the usual answers by one touch, or any other moment. */
export function NextTimeField({ id, value, onChange, proposal }: Props) {
  const { t } = useTranslation('followup')
  const time = useTimeText()
  const proposalText = useProposalText()
  const today = time.civil(time.now).date
  const { data: days = [] } = useWorkingDays(today)
  const later = workingDayAfter(today, 2, days)
  const at = (date: string) => instantAt(date, MORNING, time.zone)
  const choices = [
    ...(proposal ? [{ key: 'proposal', text: t('next.proposed', { at: time.short(proposal.next_follow_up_at) }), instant: proposal.next_follow_up_at }] : []),
    { key: 'tomorrow', text: t('next.tomorrow'), instant: at(addDays(today, 1)) },
    ...(later ? [{ key: 'two_days', text: t('next.two_working_days'), instant: at(later) }] : []),
    { key: 'monday', text: t('next.monday'), instant: at(nextMonday(today)) },
  ]
  const chosen = choices.find((choice) => choice.instant === value)
  return (
    <div className={styles.next}>
      <div className={styles.choices} role="group" aria-label={t('next.quick')}>
        {choices.map((choice) => (
          <button key={choice.key} type="button" aria-pressed={choice === chosen} title={time.exact(choice.instant)} onClick={() => onChange?.(choice.instant)}>
            {choice.text}
          </button>
        ))}
      </div>
      <DateTimeField id={id} value={value} onChange={onChange} futureOnly />
      {proposal &&
        chosen?.key === 'proposal' &&
        proposalText(proposal).map((line) => (
          <p key={line} className={styles.reason}>
            {line}
          </p>
        ))}
    </div>
  )
}
