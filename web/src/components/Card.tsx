import { useId, type ReactNode } from 'react'
import styles from './Card.module.css'

interface Props {
  title?: ReactNode
  extra?: ReactNode
  children: ReactNode
  /** Tables and lists bring their own spacing to the edge. */
  flush?: boolean
}

/** A titled piece of a page. */
export function Card({ title, extra, children, flush = false }: Props) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={title ? id : undefined}>
      {(title || extra) && (
        <div className={styles.head}>
          {title && <h2 id={id}>{title}</h2>}
          {extra}
        </div>
      )}
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  )
}
