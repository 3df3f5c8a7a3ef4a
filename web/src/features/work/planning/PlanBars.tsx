import { ApartmentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTimeText } from '@/lib/useTimeText'
import { Scale, stretchOf } from './plan'
import { type Drawn, waitsText } from './PlanChart'
import styles from './Plan.module.css'
import { useAmount } from './useAmount'

/** On a phone: one item below the other, each with its stretch of the whole. */
export function PlanBars({ schedule, levelled, onEdit }: Drawn) {
  const { t } = useTranslation('planning')
  const time = useTimeText()
  const amount = useAmount(schedule.days.minutes)
  const scale = new Scale(schedule, 1, time.civil)
  const percent = (at: string) => (scale.x(at) / Math.max(scale.width, 1)) * 100
  return (
    <ol className={styles.list} aria-label={t('table')}>
      {schedule.items.map((item) => {
        const { from, to } = stretchOf(item, levelled)
        const sign = item.state === 'done' ? styles.sign_done : item.critical ? styles.sign_critical : styles.sign_other
        return (
          <li key={item.id}>
            <span className={styles.name}>
              <Link to={`/work-items/${item.id}`}>{item.title}</Link>
              {item.critical && <em className={styles.critical}>{t('critical')}</em>}
            </span>
            {onEdit && !item.begun && <Button type="text" icon={<ApartmentOutlined />} aria-label={t('waits.edit', { title: item.title })} onClick={() => onEdit(item)} />}
            <span className={styles.track} aria-hidden>
              {!levelled && item.state !== 'done' && <i className={styles.trackSlack} style={{ left: `${percent(to)}%`, width: `${Math.max(percent(item.latest_finish_at) - percent(to), 0)}%` }} />}
              <i className={sign} style={{ left: `${percent(from)}%`, width: `${Math.max(percent(to) - percent(from), 2)}%` }} />
            </span>
            <small>
              {t('from_to', { from: time.civil(from).date.slice(5), to: time.civil(to).date.slice(5) })} · {item.handler.name} · {amount(item.estimate_minutes)}
              {item.estimate_assumed && <abbr title={t('assumed')}>*</abbr>}
              {item.slack_minutes > 0 && <> · {t('slack', { amount: amount(item.slack_minutes) })}</>}
              {item.after.length > 0 && <> · {waitsText(item, schedule, t)}</>}
            </small>
          </li>
        )
      })}
    </ol>
  )
}
