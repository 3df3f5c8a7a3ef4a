import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useSession } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import styles from './SecondFactor.module.css'

/** An administrator is asked for a second factor, until it is there. */
export function SecondFactorWarning() {
  const { t } = useTranslation('app')
  const { due_at } = useSession().second_factor
  const time = useTimeText()
  const { pathname } = useLocation()
  if (!due_at || pathname === '/settings/second-factor') return null
  return (
    <p className={styles.asked} role="status">
      <span>
        <SafetyCertificateOutlined /> {t('second_factor.asked', { time: time.short(due_at) })}
      </span>
      <Link to="/settings/second-factor">{t('second_factor.set_up')}</Link>
    </p>
  )
}
