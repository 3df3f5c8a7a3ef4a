import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './Importance.module.css'

interface Props {
  /** 1 highest … 4. */
  level: number
  withText?: boolean
}

/** Four bars, as many filled as it matters; without colour, which belongs to states. */
export function Importance({ level, withText = false }: Props) {
  const { t } = useTranslation('followup')
  const text = t(`importance.${level}`)
  const bars = (
    <span className={styles.bars} role={withText ? undefined : 'img'} aria-hidden={withText || undefined} aria-label={withText ? undefined : t('importance.label', { level: text })}>
      {[4, 3, 2, 1].map((bar) => (
        <i key={bar} className={bar >= level ? styles.filled : undefined} />
      ))}
    </span>
  )
  if (!withText) return <Tooltip title={t('importance.label', { level: text })}>{bars}</Tooltip>
  return (
    <span className={styles.labelled}>
      {bars}
      {text}
    </span>
  )
}
