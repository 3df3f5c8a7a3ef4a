import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import styles from './Phase.module.css'

const STEPS = ['plan', 'do', 'check', 'act'] as const
const PLACE: Record<Schema<'Phase'>, number> = { plan: 0, do: 1, check: 2, act_pending: 3, act: 3 }

/** Where the item stands in plan–do–check–act. A cancelled one stands nowhere. */
export function PhaseStrip({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('work')
  if (!item.phase) return null
  const now = PLACE[item.phase]
  const isWhole = item.phase === 'act'
  return (
    <ol className={styles.strip} aria-label={t('phase.label')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === now ? 'step' : undefined} className={index < now || isWhole ? styles.past : index === now ? styles.now : undefined}>
          <strong>{t(`phase.${step}`)}</strong>
          <span>{t(index === 3 && item.phase === 'act_pending' ? 'phase.act_pending_note' : `phase.${step}_note`)}</span>
        </li>
      ))}
    </ol>
  )
}
