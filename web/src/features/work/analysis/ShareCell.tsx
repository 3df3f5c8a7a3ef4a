import styles from './Analysis.module.css'

interface Props {
  percent: number
  /** What the percentage is of. */
  note: string
  /** More of it is worse. */
  isBad?: boolean
}

/** A share as a number with its bar. */
export function ShareCell({ percent, note, isBad = false }: Props) {
  return (
    <span className={isBad && percent >= 50 ? `${styles.share} ${styles.high}` : styles.share} title={note}>
      <i style={{ width: `${percent}%` }} aria-hidden />
      {percent}%
    </span>
  )
}
