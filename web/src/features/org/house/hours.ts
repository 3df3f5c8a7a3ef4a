interface Interval {
  from: string
  to: string
}

export const hoursText = (intervals: Interval[]) => intervals.map(({ from, to }) => `${from}–${to}`).join(', ')

const ONE = /^(\d{1,2}):(\d{2})\s*[-–—~至到]\s*(\d{1,2}):(\d{2})$/
const clock = (hour = '', minute = '') => `${hour.padStart(2, '0')}:${minute}`

/** "9:00-12:00，13:30-18:00" → its intervals; nothing when it cannot be read. A day off is the empty text. */
export function hoursIn(text: string): Interval[] | undefined {
  const parts = text
    .replaceAll('：', ':')
    .split(/[,，;；、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const intervals = parts.map((part) => ONE.exec(part)).map((found) => found && { from: clock(found[1], found[2]), to: clock(found[3], found[4]) })
  return intervals.every((each) => each !== null) ? intervals : undefined
}
