import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './ViewSwitch.module.css'

const VIEWS = { list: '/work-items', quadrants: '/work-items/quadrants' } as const

/** The same items in another arrangement. */
export function ViewSwitch({ shown }: { shown: keyof typeof VIEWS }) {
  const { t } = useTranslation('work')
  return (
    <nav className={styles.views} aria-label={t('arrangement.label')}>
      {Object.entries(VIEWS).map(([view, path]) => (
        <Link key={view} to={path} aria-current={view === shown ? 'page' : undefined}>
          {t(`arrangement.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
