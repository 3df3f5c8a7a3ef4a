import styles from './Person.module.css'

/** Chinese names show their given name, as colleagues call each other; others their initials. */
function shortName(name: string): string {
  const trimmed = name.trim()
  if (/^\p{Script=Han}+$/u.test(trimmed)) return trimmed.slice(-2)
  const words = trimmed.split(/\s+/)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

const HUES = 6
/** The same person has the same colour everywhere. */
function hueOf(name: string): number {
  let hash = 2166136261
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619)
  return ((hash ^ (hash >>> 15)) >>> 0) % HUES
}

export function PersonAvatar({ name, size = 24 }: { name: string; size?: number }) {
  const full = shortName(name)
  // Two Han characters can't be read in a small circle.
  const text = size < 28 && /\p{Script=Han}/u.test(full) ? full.slice(-1) : full
  return (
    <span className={`${styles.avatar} ${styles[`hue${hueOf(name)}`]}`} style={{ width: size, height: size, fontSize: size * (text.length > 1 ? 0.36 : 0.5) }} aria-hidden>
      {text}
    </span>
  )
}

interface NameProps {
  name: string | null | undefined
  note?: string
}

export function PersonName({ name, note }: NameProps) {
  if (!name) return <span aria-hidden>—</span>
  return (
    <span className={styles.person}>
      <PersonAvatar name={name} />
      <span>{name}</span>
      {note && <small>{note}</small>}
    </span>
  )
}
