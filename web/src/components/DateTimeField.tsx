import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { useTimeText } from '@/lib/useTimeText'

dayjs.extend(utc)
dayjs.extend(timezone)

interface Props {
  id?: string
  /** An instant, "2026-11-20T09:00:00.000Z". */
  value?: string
  onChange?: (instant: string | undefined) => void
  futureOnly?: boolean
  pastOnly?: boolean
}

/** A moment, picked on the organisation's wall clock whatever zone the device is in. */
export function DateTimeField({ id, value, onChange, futureOnly = false, pastOnly = false }: Props) {
  const { zone } = useTimeText()
  // The picker works on a wall clock without zone: the same digits, read in the organisation's zone.
  const wall = value ? dayjs(dayjs(value).tz(zone).format('YYYY-MM-DDTHH:mm')) : null
  const today = dayjs(dayjs().tz(zone).format('YYYY-MM-DD'))
  return (
    <DatePicker
      id={id}
      value={wall}
      onChange={(picked) => onChange?.(picked?.isValid() ? dayjs.tz(picked.format('YYYY-MM-DDTHH:mm'), zone).toISOString() : undefined)}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      disabledDate={(date) => (futureOnly && date.isBefore(today, 'day')) || (pastOnly && date.isAfter(today, 'day'))}
      style={{ width: '100%' }}
    />
  )
}
