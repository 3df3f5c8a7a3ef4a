import styles from './PageSkeleton.module.css'

/** Holds a page's place while it loads, so that nothing jumps. Appears only when loading takes long enough to notice. */
export function PageSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden>
      <div className={styles.title} />
      <div className={styles.block} />
    </div>
  )
}
