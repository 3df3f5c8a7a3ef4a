import { useRef, useState, type ReactNode, type TouchEvent } from 'react'
import styles from './SwipeRow.module.css'

interface Side {
  text: string
  onSwipe: () => void
}
interface Props {
  /** Pulling to the right. */
  right: Side
  /** Pulling to the left. */
  left: Side
  children: ReactNode
}

const FAR_ENOUGH = 88

/** A card that is pulled aside to act on it; everything it does is also a button inside. */
export function SwipeRow({ right, left, children }: Props) {
  const start = useRef<{ x: number; y: number }>(undefined)
  const [pulled, setPulled] = useState(0)
  const onTouchStart = (event: TouchEvent) => {
    const touch = event.touches[0]
    start.current = touch && { x: touch.clientX, y: touch.clientY }
  }
  const onTouchMove = (event: TouchEvent) => {
    const touch = event.touches[0]
    if (!touch || !start.current) return
    const x = touch.clientX - start.current.x
    const y = touch.clientY - start.current.y
    // Scrolling the page is not meant for the card.
    if (pulled === 0 && Math.abs(x) < Math.abs(y) + 8) return
    setPulled(Math.max(-140, Math.min(140, x)))
  }
  const onTouchEnd = () => {
    start.current = undefined
    if (pulled >= FAR_ENOUGH) right.onSwipe()
    if (pulled <= -FAR_ENOUGH) left.onSwipe()
    setPulled(0)
  }
  const isFar = Math.abs(pulled) >= FAR_ENOUGH
  return (
    <div className={styles.row} onTouchStart={onTouchStart} onTouchMove={onTouchMove} onTouchEnd={onTouchEnd} onTouchCancel={() => setPulled(0)}>
      {pulled !== 0 && (
        <span aria-hidden className={`${styles.under} ${pulled > 0 ? styles.right : styles.left} ${isFar ? styles.far : ''}`}>
          {pulled > 0 ? right.text : left.text}
        </span>
      )}
      <div className={pulled === 0 ? styles.card : styles.pulled} style={{ translate: `${pulled}px` }}>
        {children}
      </div>
    </div>
  )
}
