import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/lib/preferences'
import { day as dayText } from '@/lib/time'
import { type Planned, type Scale, type Schedule, stretchOf } from './plan'
import styles from './Plan.module.css'

export const HEAD_HEIGHT = 44
export const ROW_HEIGHT = 48
const BAR_HEIGHT = 18
const SLACK_HEIGHT = 4
const LEAST_WIDTH = 6

interface Props {
  schedule: Schedule
  levelled: boolean
  scale: Scale
  now: string
}

/** The bars in time. Critical ones are hatched as well as coloured. */
export function Bars({ schedule, levelled, scale, now }: Props) {
  const { t } = useTranslation('planning')
  const id = useId().replace(/\W/g, '')
  const height = HEAD_HEIGHT + schedule.items.length * ROW_HEIGHT
  const places = new Map(schedule.items.map((item, index) => [item.id, index]))
  return (
    <svg className={styles.svg} width={scale.width} height={height} role="img" aria-label={t('chart_text', { count: schedule.items.length })}>
      <defs>
        <pattern id={`hatch${id}`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className={styles.hatchGround} />
          <rect width="3" height="7" className={styles.hatchLine} />
        </pattern>
        <marker id={`head${id}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" className={styles.arrowHead} />
        </marker>
      </defs>
      <Days scale={scale} height={height} />
      {schedule.items.map((item, index) => (
        <line key={item.id} x1={0} x2={scale.width} y1={topOf(index)} y2={topOf(index)} className={styles.rule} />
      ))}
      <NowLine scale={scale} now={now} height={height} />
      {schedule.items.map((item, index) => (
        <Bar key={item.id} item={item} top={topOf(index)} levelled={levelled} scale={scale} hatch={`url(#hatch${id})`} />
      ))}
      {schedule.items.flatMap((item) =>
        item.after.map((before) => {
          const from = schedule.items[places.get(before.id) ?? -1]
          const rows = [places.get(before.id) ?? 0, places.get(item.id) ?? 0] as const
          return from && <Arrow key={`${before.id}${item.id}`} x1={scale.x(stretchOf(from, levelled).to)} x2={scale.x(stretchOf(item, levelled).from)} rows={rows} head={`url(#head${id})`} isCritical={from.critical && item.critical} />
        }),
      )}
    </svg>
  )
}

const topOf = (row: number) => HEAD_HEIGHT + row * ROW_HEIGHT

function Days({ scale, height }: { scale: Scale; height: number }) {
  const { language } = usePreferences()
  const width = scale.columnWidth
  return (
    <g>
      {scale.days.map((day, index) => (
        <g key={day.date}>
          {day.isFree && <rect x={index * width} y={HEAD_HEIGHT / 2} width={width} height={height - HEAD_HEIGHT / 2} className={styles.free} />}
          {day.month && (
            <text x={index * width + 4} y={15} className={styles.month}>
              {monthText(day.month, language, index === 0)}
            </text>
          )}
          {day.label && (
            <text x={index * width + width / 2} y={36} textAnchor="middle" className={styles.day}>
              <title>{dayText(day.date, language, Date.parse(day.date))}</title>
              {day.label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** The year is said once, and again when it changes. */
function monthText(month: string, language: string, isFirst: boolean): string {
  const withYear = isFirst || month.endsWith('-01')
  if (language === 'zh') return withYear ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : `${Number(month.slice(5))}月`
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC', ...(withYear && { year: 'numeric' }) }).format(Date.parse(`${month}-01T00:00Z`))
}

function NowLine({ scale, now, height }: { scale: Scale; now: string; height: number }) {
  const { t } = useTranslation('planning')
  const x = scale.x(now)
  if (x >= scale.width) return null
  return (
    <g>
      <title>{t('now')}</title>
      <line x1={x + 1} x2={x + 1} y1={HEAD_HEIGHT / 2} y2={height} className={styles.now} />
    </g>
  )
}

interface BarProps {
  item: Planned
  top: number
  levelled: boolean
  scale: Scale
  hatch: string
}

function Bar({ item, top, levelled, scale, hatch }: BarProps) {
  const { t } = useTranslation('planning')
  const { from, to } = stretchOf(item, levelled)
  const x = scale.x(from)
  const width = Math.max(scale.x(to) - x, LEAST_WIDTH)
  const y = top + (ROW_HEIGHT - BAR_HEIGHT) / 2
  const isDone = item.state === 'done'
  const slackEnd = scale.x(item.latest_finish_at)
  const kind = isDone ? styles.barDone : item.critical ? styles.barCritical : styles.bar
  return (
    <g>
      <title>{`${item.number} ${item.title} · ${item.handler.name}${item.critical ? ` · ${t('critical')}` : ''}`}</title>
      {!levelled && !isDone && slackEnd > x + width && <rect x={x + width} y={y + (BAR_HEIGHT - SLACK_HEIGHT) / 2} width={slackEnd - x - width} height={SLACK_HEIGHT} rx={2} className={styles.slack} />}
      <rect x={x} y={y} width={width} height={BAR_HEIGHT} rx={4} className={kind} fill={item.critical && !isDone ? hatch : undefined} />
      {!isDone && item.progress > 0 && <rect x={x} y={y + BAR_HEIGHT - 4} width={(width * item.progress) / 100} height={4} rx={2} className={styles.progress} />}
    </g>
  )
}

interface ArrowProps {
  x1: number
  x2: number
  rows: readonly [number, number]
  head: string
  isCritical: boolean
}

/** From the end of what comes first, down or up between the rows, to the beginning of what waits. */
function Arrow({ x1, x2, rows, head, isCritical }: ArrowProps) {
  const y1 = topOf(rows[0]) + ROW_HEIGHT / 2
  const y2 = topOf(rows[1]) + ROW_HEIGHT / 2
  const isDown = rows[1] > rows[0]
  // Straight into the bar from above or below where there is room, otherwise around it between the rows.
  const enter = isDown ? y2 - BAR_HEIGHT / 2 : y2 + BAR_HEIGHT / 2
  const aim = x2 + LEAST_WIDTH / 2
  const path = aim >= x1 ? `M${x1} ${y1}H${aim}V${enter}` : `M${x1} ${y1}h4V${enter + (isDown ? -6 : 6)}H${aim}V${enter}`
  return <path d={path} className={isCritical ? `${styles.arrow} ${styles.arrowCritical}` : styles.arrow} markerEnd={head} />
}
