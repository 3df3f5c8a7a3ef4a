import { RightOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '@/lib/api-types'
import { useChangesOfMany } from '@/lib/live'
import { Card } from '../Card'
import { amountText, roundedText } from '../grid/amounts'
import { RelativeTime } from '../RelativeTime'
import { StateTag } from '../StateTag'
import styles from './GoalDesk.module.css'
import { useGoalDesk } from './useGoalDesk'

/** Goals on the desk of everybody: one's own against their line, what waits for one's word, how many exceptions there are below. */
export function GoalDesk() {
  const { t } = useTranslation('goal')
  const queryClient = useQueryClient()
  const { data } = useGoalDesk()
  useChangesOfMany('goal_card', () => void queryClient.invalidateQueries({ queryKey: ['goal-cards'] }))
  if (!data) return null
  const waiting = [
    ...data.cards.map((card) => ({ key: card.id, to: `/goals/cards/${card.id}`, text: t('desk.card', { name: card.person.name, state: t(`state.${card.state}`) }) })),
    ...(data.revisions + data.supports > 0 ? [{ key: 'waiting', to: '/goals/waiting', text: t('desk.waiting', { count: data.revisions + data.supports }) }] : []),
    ...(data.departures > 0 ? [{ key: 'departures', to: '/goals/exceptions', text: t('desk.departures', { count: data.departures }) }] : []),
  ]
  if (data.goals.length === 0 && waiting.length === 0) return null
  return (
    <Card title={t('desk.heading')} extra={<Link to="/goals">{t('desk.all')}</Link>}>
      {waiting.length > 0 && (
        <ul className={styles.waiting} aria-label={t('desk.waits')}>
          {waiting.map((each) => (
            <li key={each.key}>
              <Link to={each.to}>
                {each.text} <RightOutlined aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.goals}>
        {data.goals.map((goal) => (
          <Goal key={goal.id} goal={goal} />
        ))}
      </ul>
    </Card>
  )
}

function Goal({ goal }: { goal: Schema<'DeskGoal'> }) {
  const { t } = useTranslation('goal')
  const numbers = goal.target ? `${amountText(goal.actual) || '—'} / ${amountText(goal.target)} ${goal.unit ?? ''}` : t('item.deliverable')
  return (
    <li className={styles.goal}>
      <Link to={`/goals/cards/${goal.card_id}?check_in=${goal.id}`}>{goal.what}</Link>
      <span className={styles.numbers}>{numbers}</span>
      <strong className={styles.completion}>{goal.completion === null ? '—' : `${roundedText(goal.completion)} %`}</strong>
      <span>{goal.against_line !== null && <StateTag tone={goal.is_behind ? 'late' : 'done'} text={t(goal.is_behind ? 'desk.behind' : 'desk.on_line', { against: roundedText(goal.against_line) })} />}</span>
      <span className={goal.check_in_missing ? styles.late : styles.quiet}>
        {t('item.next_check_in')} <RelativeTime at={goal.next_check_in_at} short />
      </span>
    </li>
  )
}
