import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import styles from '@/components/importing/Import.module.css'

interface Props {
  figures: { count: number; text: string; isBad?: boolean }[]
  /** What carrying it out does; nothing to carry out: why. */
  carryOut: string
  isPossible: boolean
  isSending: boolean
  /** The sheet is no longer on this device. */
  isGone: boolean
  onCarryOut: () => void
  onAgain: () => void
  extra?: ReactNode
}

/** What would happen before anything does. */
export function TrialReport({ figures, carryOut, isPossible, isSending, isGone, onCarryOut, onAgain, extra }: Props) {
  const { t } = useTranslation('goal')
  return (
    <Card title={t('import.step_check')}>
      <ul className={styles.figures}>
        {figures.map(({ count, text, isBad }) => (
          <li key={text} className={isBad ? styles.bad : undefined}>
            <strong>{count}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {isGone && <Alert type="warning" className={styles.gap} title={t('import.file_gone')} />}
      {!isPossible && !isGone && <Alert type="info" className={styles.gap} title={t('import.all_or_nothing')} />}
      <div className={styles.acts}>
        <Button type="primary" disabled={!isPossible || isGone} loading={isSending} onClick={onCarryOut}>
          {carryOut}
        </Button>
        {extra}
        <Button onClick={onAgain}>{t('import.other_file')}</Button>
      </div>
    </Card>
  )
}
