import type { ReactNode } from 'react'
import styles from './States.module.css'

interface Props {
  title: string
  /** What would be here and how to make the first one: an empty page teaches. */
  text?: ReactNode
  action?: ReactNode
  icon?: ReactNode
  /** Inside a card or table rather than as the whole page. */
  small?: boolean
  /** When the page has no header of its own. */
  isPage?: boolean
}

export function EmptyState({ title, text, action, icon, small = false, isPage = false }: Props) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className={small ? `${styles.state} ${styles.small}` : styles.state}>
      {icon ? <div className={styles.icon}>{icon}</div> : <Ring />}
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}

/** The logo's ring, waiting for its tick. */
function Ring() {
  return (
    <svg className={styles.ring} width="72" height="72" viewBox="0 0 64 64" aria-hidden>
      <path d="M45.3 41.5A17 17 0 1 1 39.6 18.3" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      <path d="M23.5 31.5l8 8L51 17.5" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" strokeDasharray="1 5" />
    </svg>
  )
}
