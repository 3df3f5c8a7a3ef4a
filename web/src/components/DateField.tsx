import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  id?: string
  /** "2026-11-20": forms hold what goes on the wire, so that drafts and requests need no translation. */
  value?: string
  onChange?: (date: string | undefined) => void
  futureOnly?: boolean
}

/** A civil date, without time and zone. */
export function DateField({ id, value, onChange, futureOnly = false }: Props) {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      onChange={(picked) => onChange?.(picked?.isValid() ? picked.format('YYYY-MM-DD') : undefined)}
      disabledDate={(date) => futureOnly && date.isBefore(dayjs(), 'day')}
      style={{ width: '100%' }}
    />
  )
}
