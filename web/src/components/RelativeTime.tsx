import { Tooltip } from 'antd'
import type { Instant } from '@/lib/time'
import { useTimeText } from '@/lib/useTimeText'

interface Props {
  at: Instant | null | undefined
  /** "11-20 17:05" instead of "3 days ago"; the exact time is on hover either way. */
  short?: boolean
}

export function RelativeTime({ at, short = false }: Props) {
  const time = useTimeText()
  if (at === null || at === undefined) return <span aria-hidden>—</span>
  return (
    <Tooltip title={time.exact(at)}>
      <time dateTime={new Date(at).toISOString()}>{short ? time.short(at) : time.relative(at)}</time>
    </Tooltip>
  )
}
