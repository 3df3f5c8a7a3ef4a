import { useContext, useMemo } from 'react'
import { usePreferences } from './preferences'
import { SessionContext } from './session'
import * as time from './time'
import { useNow } from './useNow'

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Time formatting bound to the reader's language and the organisation's zone. */
export function useTimeText() {
  const { language } = usePreferences()
  const zone = useContext(SessionContext)?.organization.time_zone ?? deviceZone
  const now = useNow()
  return useMemo(
    () => ({
      now,
      zone,
      exact: (at: time.Instant) => time.exact(at, language, zone),
      short: (at: time.Instant) => time.short(at, language, zone, now),
      relative: (at: time.Instant) => time.relative(at, language, zone, now),
      duration: (ms: number) => time.duration(ms, language),
      day: (date: string) => time.day(date, language, now),
      civil: (at: time.Instant) => time.civil(at, zone),
    }),
    [language, zone, now],
  )
}
