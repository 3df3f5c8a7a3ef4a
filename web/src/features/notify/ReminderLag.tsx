import { ClockCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useTimeText } from '@/lib/useTimeText'
import styles from './ReminderLag.module.css'
import { useReminderHealth } from './requests/useReminderHealth'

/** Tells administrators that reminders go out late, as long as they do. Its place is always there, so that it is read out. */
export function ReminderLag() {
  const { t } = useTranslation('app')
  const time = useTimeText()
  const { data: health } = useReminderHealth()
  return (
    <div role="status">
      {health?.behind && (
        <p className={styles.lag}>
          <ClockCircleOutlined />
          <span>
            <strong>{t('lag.title')}</strong> {t('lag.text', { waiting: health.waiting, time: time.duration(health.lag_seconds * 1000) })}
          </span>
        </p>
      )}
    </div>
  )
}
