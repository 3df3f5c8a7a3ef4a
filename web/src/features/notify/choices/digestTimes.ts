const FROM = 8 * 60
const TO = 12 * 60
const STEP = 15

const textOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The quarter hours at which the morning digest may come, and the one chosen if it is none of them. */
export function digestTimes(chosen: string): string[] {
  const times = Array.from({ length: (TO - FROM) / STEP + 1 }, (_, index) => textOf(FROM + index * STEP))
  return [...new Set([...times, chosen])].sort()
}
