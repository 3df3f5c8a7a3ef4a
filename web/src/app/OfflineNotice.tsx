import { DisconnectOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useIsOnline } from '@/lib/useIsOnline'
import styles from './OfflineNotice.module.css'

/** Says that there is no network as long as there is none, and what still works. Its place is always there, so that it is read out. */
export function OfflineNotice() {
  const { t } = useTranslation('app')
  const isOnline = useIsOnline()
  return (
    <div role="status" className={styles.place}>
      {!isOnline && (
        <p className={styles.notice}>
          <DisconnectOutlined />
          <span>
            <strong>{t('offline.title')}</strong> {t('offline.text')}
          </span>
        </p>
      )}
    </div>
  )
}
