import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Trial } from '../requests/useChannelAccounts'
import styles from './Channels.module.css'

/** Whether a test message arrived, and the other side's own words. */
export function TrialOutcome({ trial }: { trial: Trial }) {
  const { t } = useTranslation('notify')
  const title = trial.delivered ? (trial.to ? t('trial.delivered_to', { to: trial.to }) : t('trial.delivered')) : t('trial.failed')
  return <Alert type={trial.delivered ? 'success' : 'error'} title={title} description={trial.answer && <span className={styles.answer}>{t('trial.answer', { answer: trial.answer })}</span>} />
}
