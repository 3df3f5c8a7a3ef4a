import { useTranslation } from 'react-i18next'
import type { Ladder, Rung, Topic } from '../requests/usePolicies'
import styles from './Escalation.module.css'
import { valuesOfRung } from './rungs'

const HOUR = 60

/** A ladder read from top to bottom: when, and who hears of it. */
export function LadderSteps({ ladder, topic }: { ladder: Ladder; topic: Topic }) {
  const { t } = useTranslation('notify')
  const when = useWhen(topic)
  const rungs = ladder.rungs ?? []
  if (rungs.length === 0) return <p className={styles.hint}>{t('escalation.silent')}</p>
  return (
    <ol className={styles.steps}>
      {rungs.map((rung, index) => (
        <li key={index}>
          <span className={styles.when}>{when(rung)}</span>
          <span className={styles.who}>{(rung.who ?? []).map((who) => t(`who.${who}`)).join(t('list_separator'))}</span>
        </li>
      ))}
      {ladder.further_every_days && (
        <li>
          <span className={styles.when}>{t('escalation.further', { count: ladder.further_every_days })}</span>
          <span className={styles.who}>{t('escalation.one_higher')}</span>
        </li>
      )}
    </ol>
  )
}

/** "提前 1 小时", "到点时", "逾期 1 个工作日". */
function useWhen(topic: Topic) {
  const { t } = useTranslation('notify')
  return (rung: Rung): string => {
    const { side, days, minutes } = valuesOfRung(rung)
    if (days === 0 && minutes === 0) return t(`topic.${topic}.at`)
    const parts = [days !== 0 && t('escalation.days', { count: days }), minutes !== 0 && (minutes % HOUR === 0 ? t('escalation.hours', { count: minutes / HOUR }) : t('escalation.minutes', { count: minutes }))]
    const span = parts.filter(Boolean).join(' ')
    return t(`topic.${topic}.${side}`, { span })
  }
}
