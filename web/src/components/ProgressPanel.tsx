import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ProgressPanel.module.css'

export interface LongWork {
  state: 'queued' | 'running' | 'finished' | 'failed' | 'cancelled'
  done: number
  /** 0 while it is not known yet. */
  total: number
}

interface Props {
  title: string
  work: LongWork
  /** At the end: what it did. */
  result?: ReactNode
  /** Why it failed, and what to do. */
  failure?: string
  onCancel?: () => void
}

const shown = { queued: 'active', running: 'active', finished: 'success', failed: 'exception', cancelled: 'normal' } as const

/** Import, export, an appraisal run: shows how far it is, may be left and returned to, and says what it did. */
export function ProgressPanel({ title, work, result, failure, onCancel }: Props) {
  const { t, i18n } = useTranslation('common')
  const isRunning = work.state === 'queued' || work.state === 'running'
  const percent = work.state === 'finished' ? 100 : work.total > 0 ? Math.floor((work.done / work.total) * 100) : 0
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <strong>{title}</strong>
        <span role="status">{t(`progress.${work.state}`)}</span>
      </div>
      <Progress percent={percent} status={shown[work.state]} aria-label={title} />
      <div className={styles.foot}>
        <span>{work.total > 0 ? t('progress.counted', { done: number.format(work.done), total: number.format(work.total) }) : work.done > 0 && t('progress.so_far', { done: number.format(work.done) })}</span>
        {isRunning && onCancel && <Button onClick={onCancel}>{t('action.cancel_work')}</Button>}
      </div>
      {isRunning && <p className={styles.hint}>{t('progress.may_leave')}</p>}
      {work.state === 'failed' && failure && <p role="alert">{failure}</p>}
      {!isRunning && result}
    </div>
  )
}
