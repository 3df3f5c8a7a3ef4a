import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import styles from './Import.module.css'

export interface Figure {
  count: number
  text: string
  isBad?: boolean
}

interface Props {
  title?: string
  figures: Figure[]
  choices?: ReactNode
  /** What carrying it out does. */
  carryOut: string
  isPossible: boolean
  /** Said where it is not possible. */
  whyNot?: string
  /** undefined while it is looked for, null when it is no longer on this device. */
  file: File | null | undefined
  isSending: boolean
  errorFile?: ReactNode
  onCarryOut: () => void
  onAgain: () => void
}

/** What would happen before anything does. */
export function TrialReport({ title, figures, choices, carryOut, isPossible, whyNot, file, isSending, errorFile, onCarryOut, onAgain }: Props) {
  const { t } = useTranslation('common')
  return (
    <Card title={title ?? t('importing.step_check')}>
      <ul className={styles.figures}>
        {figures.map(({ count, text, isBad }) => (
          <li key={text} className={isBad ? styles.bad : undefined}>
            <strong>{count}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {choices}
      {file === null && <Alert type="warning" className={styles.gap} title={t('importing.file_gone')} />}
      {file !== null && !isPossible && whyNot && <Alert type="info" className={styles.gap} title={whyNot} />}
      <div className={styles.acts}>
        <Button type="primary" disabled={!isPossible || !file} loading={isSending} onClick={onCarryOut}>
          {carryOut}
        </Button>
        {errorFile}
        <Button onClick={onAgain}>{t('importing.other_file')}</Button>
      </div>
    </Card>
  )
}
