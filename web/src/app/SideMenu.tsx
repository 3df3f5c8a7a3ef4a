import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { Logo } from '@/components/Logo'
import type { Noun } from '@/lib/feature'
import { useSession } from '@/lib/session'
import styles from './SideMenu.module.css'

export function SideMenu({ nouns }: { nouns: Noun[] }) {
  const { t } = useTranslation('app')
  const { organization } = useSession()
  return (
    <aside className={styles.menu}>
      <Link to="/" className={styles.brand}>
        <Logo size={32} />
        <span className={styles.names}>
          <strong>{t('product')}</strong>
          <small title={organization.name}>{organization.name}</small>
        </span>
      </Link>
      <nav aria-label={t('nav.label')}>
        <ul>
          {nouns.map(({ key, path, icon: Icon }) => (
            <li key={key}>
              <NavLink to={path} className={styles.item}>
                <Icon />
                <span>{t(`nav.${key}`)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </aside>
  )
}
