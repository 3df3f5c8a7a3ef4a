import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '@/lib/time'
import { useTimeText } from '@/lib/useTimeText'
import styles from './TimelineList.module.css'

export interface TimelineEntry {
  id: string
  at: Instant
  actor_name: string
  /** What happened, in words. */
  text: ReactNode
  changes?: { field: string; from: string; to: string }[]
  note?: string
  /** Follow-ups stand out from the history of fields. */
  isProminent?: boolean
}

interface Props {
  entries: TimelineEntry[]
  /** The field's name for people. */
  fieldText?: (field: string) => string
}

/** The history of a subject, newest first, by day. */
export function TimelineList({ entries, fieldText = (field) => field }: Props) {
  const time = useTimeText()
  const days = groupByDay(entries, (entry) => time.civil(entry.at).date)
  return (
    <div className={styles.timeline}>
      {[...days].map(([date, ofDay]) => (
        <section key={date}>
          <h3>{time.day(date)}</h3>
          <ol>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} fieldText={fieldText} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function groupByDay<T>(entries: T[], dayOf: (entry: T) => string): Map<string, T[]> {
  const days = new Map<string, T[]>()
  for (const entry of entries) {
    const day = dayOf(entry)
    const list = days.get(day)
    if (list) list.push(entry)
    else days.set(day, [entry])
  }
  return days
}

function Entry({ entry, fieldText }: { entry: TimelineEntry; fieldText: (field: string) => string }) {
  const { t } = useTranslation('common')
  const time = useTimeText()
  return (
    <li className={entry.isProminent ? styles.prominent : undefined}>
      <time dateTime={new Date(entry.at).toISOString()} title={time.exact(entry.at)}>
        {time.civil(entry.at).time}
      </time>
      <div>
        <p>
          <strong>{entry.actor_name}</strong> {entry.text}
        </p>
        {entry.note && <p className={styles.note}>{entry.note}</p>}
        {entry.changes?.map((change) => (
          <p key={change.field} className={styles.change}>
            {fieldText(change.field)}
            {t('colon')}
            {change.from && (
              <>
                <del>{change.from}</del>
                <span aria-label={t('timeline.became')} role="img">
                  {' → '}
                </span>
              </>
            )}
            {change.to ? <ins>{change.to}</ins> : t('timeline.empty')}
          </p>
        ))}
      </div>
    </li>
  )
}
