import styles from './StateTag.module.css'

/** What a state means for the reader; colour says nothing else in the product. */
export type Tone = 'neutral' | 'active' | 'done' | 'waiting' | 'late'

interface Props {
  tone: Tone
  text: string
}

/** A state in words with its colour; the dot's shape differs too, for people who don't tell the colours apart. */
export function StateTag({ tone, text }: Props) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <i aria-hidden />
      {text}
    </span>
  )
}
