import { TimePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  id?: string
  /** "08:30": forms hold what goes on the wire. */
  value?: string
  onChange?: (time: string | undefined) => void
  label?: string
}

/** A time of day on the organisation's wall clock. */
export function TimeField({ id, value, onChange, label }: Props) {
  return (
    <TimePicker
      id={id}
      aria-label={label}
      value={value ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(picked) => onChange?.(picked?.isValid() ? picked.format('HH:mm') : undefined)}
      format="HH:mm"
      minuteStep={5}
      needConfirm={false}
      style={{ width: '100%' }}
    />
  )
}
