import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './GoalTabs.module.css'

const PAGES = { cards: '/goals', tree: '/goals/tree', exceptions: '/goals/exceptions', waiting: '/goals/waiting', targets: '/goals/targets' }
export type GoalPage = keyof typeof PAGES

/** From one page about goals to the others. */
export function GoalTabs({ shown }: { shown: GoalPage }) {
  const { t } = useTranslation('goal')
  return (
    <nav className={styles.tabs} aria-label={t('tab.label')}>
      {(Object.keys(PAGES) as GoalPage[]).map((key) => (
        <Link key={key} to={PAGES[key]} aria-current={key === shown ? 'page' : undefined}>
          {t(`tab.${key}`)}
        </Link>
      ))}
    </nav>
  )
}
