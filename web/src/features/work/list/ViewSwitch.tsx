import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { FILTERS } from './query'
import styles from './ViewSwitch.module.css'

const VIEWS = { list: '/work-items', board: '/work-items/board', calendar: '/work-items/calendar', quadrants: '/work-items/quadrants' } as const

/** The same items in another arrangement; what narrows them stays. */
export function ViewSwitch({ shown }: { shown: keyof typeof VIEWS }) {
  const { t } = useTranslation('work')
  const [search] = useSearchParams()
  const kept = new URLSearchParams([...search].filter(([name]) => name === 'q' || (FILTERS as readonly string[]).includes(name))).toString()
  return (
    <nav className={styles.views} aria-label={t('arrangement.label')}>
      {Object.entries(VIEWS).map(([view, path]) => (
        <Link key={view} to={kept ? `${path}?${kept}` : path} aria-current={view === shown ? 'page' : undefined}>
          {t(`arrangement.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
