import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import { PageHeader } from '@/components/PageHeader'
import styles from './SettingsLayout.module.css'

const pages = [
  { key: 'profile', path: '/settings' },
  { key: 'password', path: '/settings/password' },
  { key: 'devices', path: '/settings/devices' },
  { key: 'tokens', path: '/settings/tokens' },
]

export function SettingsLayout() {
  const { t } = useTranslation('account')
  return (
    <div className={styles.settings}>
      <PageHeader title={t('settings.title')} note={t('settings.note')} />
      <nav className={styles.pages} aria-label={t('settings.title')}>
        {pages.map(({ key, path }) => (
          <NavLink key={key} to={path} end className={styles.page}>
            {t(`settings.${key}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
