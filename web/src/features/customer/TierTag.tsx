import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import styles from './Customer.module.css'

/** A, B or C; the word is said to who does not see the letter's weight. */
export function TierTag({ tier, withText = false }: { tier: Schema<'Tier'>; withText?: boolean }) {
  const { t } = useTranslation('customer')
  return (
    <span className={`${styles.tier} ${styles[tier]}`} title={t(`tier.${tier}`)}>
      <i aria-hidden>{t(`letter.${tier}`)}</i>
      <span className={withText ? undefined : 'zx-visually-hidden'}>{t(`tier_word.${tier}`)}</span>
    </span>
  )
}
