import { useTranslation } from 'react-i18next'
import type { Instant } from '@/lib/time'
import { useTimeText } from '@/lib/useTimeText'
import styles from './ChainOfCustody.module.css'
import { PersonName } from './Person'
import { RelativeTime } from './RelativeTime'

export interface Holding {
  id: string
  holder_name: string
  from: Instant
  /** Null while the handoff waits for being accepted. */
  accepted_at: Instant | null
  /** Null for who has it now. */
  until: Instant | null
  /** In working time, as the server counts it. */
  waiting_ms: number
  working_ms: number
}

/** Everybody who held it, and how long it waited and was worked on with each. */
export function ChainOfCustody({ holdings }: { holdings: Holding[] }) {
  const { t } = useTranslation('common')
  const time = useTimeText()
  const waiting = holdings.reduce((sum, each) => sum + each.waiting_ms, 0)
  const working = holdings.reduce((sum, each) => sum + each.working_ms, 0)
  const longest = Math.max(1, ...holdings.map((each) => each.waiting_ms + each.working_ms))
  const share = waiting + working > 0 ? Math.round((working / (waiting + working)) * 100) : null
  return (
    <div>
      <ol className={styles.chain}>
        {holdings.map((each) => (
          <li key={each.id} aria-current={each.until === null ? 'step' : undefined}>
            <div className={styles.who}>
              <PersonName name={each.holder_name} />
              <span className={styles.when}>
                <RelativeTime at={each.from} short />
                {each.accepted_at === null && ` · ${t('custody.pending')}`}
              </span>
            </div>
            <div className={styles.bar} aria-hidden>
              <span className={styles.waiting} style={{ width: `${(each.waiting_ms / longest) * 100}%` }} />
              <span className={styles.working} style={{ width: `${(each.working_ms / longest) * 100}%` }} />
            </div>
            <div className={styles.figures}>
              <span>{t('custody.waiting', { time: time.duration(each.waiting_ms) })}</span>
              <span>{t('custody.working', { time: time.duration(each.working_ms) })}</span>
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.sum}>
        <i className={styles.waiting} aria-hidden /> {t('custody.waiting', { time: time.duration(waiting) })}
        <i className={styles.working} aria-hidden /> {t('custody.working', { time: time.duration(working) })}
        {share !== null && <span>{t('custody.efficiency', { share })}</span>}
      </p>
    </div>
  )
}
