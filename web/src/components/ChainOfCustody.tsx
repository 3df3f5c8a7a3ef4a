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
  holding_ms: number
}

/** Of the whole, as the reports count it: who holds it may be waiting, too. */
export interface Flow {
  waiting_ms: number
  working_ms: number
  /** In percent; null without working time. */
  efficiency: number | null
}

/** Everybody who held it, how long it waited for each and was theirs, and how the whole flowed. */
export function ChainOfCustody({ holdings, flow }: { holdings: Holding[]; flow: Flow }) {
  const { t } = useTranslation('common')
  const time = useTimeText()
  const longest = Math.max(1, ...holdings.map((each) => each.waiting_ms + each.holding_ms))
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
              <span className={styles.working} style={{ width: `${(each.holding_ms / longest) * 100}%` }} />
            </div>
            <div className={styles.figures}>
              <span>{t('custody.waiting', { time: time.duration(each.waiting_ms) })}</span>
              <span>{t('custody.holding', { time: time.duration(each.holding_ms) })}</span>
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.sum}>
        <i className={styles.waiting} aria-hidden /> {t('custody.waiting', { time: time.duration(flow.waiting_ms) })}
        <i className={styles.working} aria-hidden /> {t('custody.working', { time: time.duration(flow.working_ms) })}
        {flow.efficiency !== null && <span>{t('custody.efficiency', { share: flow.efficiency })}</span>}
      </p>
    </div>
  )
}
