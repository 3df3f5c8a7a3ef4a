import { ApartmentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTimeText } from '@/lib/useTimeText'
import { Bars, HEAD_HEIGHT, ROW_HEIGHT } from './Bars'
import { type Planned, Scale, type Schedule, stretchOf } from './plan'
import styles from './Plan.module.css'
import { useAmount } from './useAmount'
import { useWidth } from './useWidth'

export interface Drawn {
  schedule: Schedule
  levelled: boolean
  /** Absent where the person may not plan. */
  onEdit?: (item: Planned) => void
}

const LEAST_COLUMN = 16
const MOST_COLUMN = 56

/** The table, and beside it row by row the same in time. What the picture shows stands in the table too. */
export function PlanChart({ schedule, levelled, onEdit }: Drawn) {
  const { t } = useTranslation('planning')
  const time = useTimeText()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const days = new Scale(schedule, MOST_COLUMN, time.civil).days.length
  const column = Math.min(Math.max(Math.floor(width / Math.max(days, 1)), LEAST_COLUMN), MOST_COLUMN)
  const scale = new Scale(schedule, column, time.civil)
  return (
    <div className={styles.chart}>
      <table className={styles.table} aria-label={t('table')}>
        <thead>
          <tr style={{ height: HEAD_HEIGHT }}>
            <th scope="col">{t('column.item')}</th>
            <th scope="col">{t('column.estimate')}</th>
            <th scope="col">{t('column.start')}</th>
            <th scope="col">{t('column.finish')}</th>
            <th scope="col">{t('column.slack')}</th>
            {onEdit && (
              <th scope="col">
                <span className={styles.unseenText}>{t('column.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {schedule.items.map((item) => (
            <Row key={item.id} item={item} schedule={schedule} levelled={levelled} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
      <div className={styles.bars} ref={frame} tabIndex={0} role="region" aria-label={t('chart')}>
        {width > 0 && <Bars schedule={schedule} levelled={levelled} scale={scale} now={new Date(time.now).toISOString()} />}
      </div>
    </div>
  )
}

interface RowProps extends Drawn {
  item: Planned
}

function Row({ item, schedule, levelled, onEdit }: RowProps) {
  const { t } = useTranslation('planning')
  const time = useTimeText()
  const amount = useAmount(schedule.days.minutes)
  const { from, to } = stretchOf(item, levelled)
  return (
    <tr style={{ height: ROW_HEIGHT }}>
      <th scope="row">
        <span className={styles.name}>
          <Link to={`/work-items/${item.id}`} title={item.title}>
            {item.title}
          </Link>
          {item.critical && <em className={styles.critical}>{t('critical')}</em>}
        </span>
        <small title={waitsText(item, schedule, t)}>
          {item.handler.name}
          {item.after.length > 0 && <> · {waitsText(item, schedule, t)}</>}
        </small>
      </th>
      <td>
        {amount(item.estimate_minutes)}
        {item.estimate_assumed && <abbr title={t('assumed')}>*</abbr>}
      </td>
      <td title={time.exact(from)}>{time.civil(from).date.slice(5)}</td>
      <td title={time.exact(to)}>{time.civil(to).date.slice(5)}</td>
      <td>{item.state === 'done' ? t('done') : amount(item.slack_minutes)}</td>
      {onEdit && (
        <td>
          {!item.begun && <Button type="text" size="small" icon={<ApartmentOutlined />} aria-label={t('waits.edit', { title: item.title })} title={t('waits.edit_short')} onClick={() => onEdit(item)} />}
        </td>
      )}
    </tr>
  )
}

/** "等待 拆旧、水电改造". */
export function waitsText(item: Planned, schedule: Schedule, t: TFunction<'planning'>): string {
  const titles = item.after.map((before) => schedule.items.find((each) => each.id === before.id)?.title ?? '').filter(Boolean)
  return titles.length > 0 ? t('waits.for', { titles: titles.join(t('separator')) }) : ''
}
