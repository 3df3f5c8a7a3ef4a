import { PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { OnceOpened } from '@/components/OnceOpened'
import type { Schema } from '@/lib/api-types'
import styles from '../cards/Cards.module.css'
import type { GoalCard } from '../requests/useGoalCard'
import { useReviews } from '../requests/useReviews'

const ReviewForm = lazy(async () => ({ default: (await import('./ReviewForm')).ReviewForm }))

/** What was found when one looked at the goals in writing or together, why, and what is done about it. */
export function Reviews({ card }: { card: GoalCard }) {
  const { t } = useTranslation('goal')
  const { data: reviews = [] } = useReviews(card)
  const [isAdding, setAdding] = useState(false)
  const mayReview = card.may.includes('review')
  if (reviews.length === 0 && !mayReview) return null
  return (
    <Card
      title={t('review.heading')}
      extra={
        mayReview && (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('review.add')}
          </Button>
        )
      }
    >
      {reviews.length === 0 && <p className={styles.quiet}>{t('review.none')}</p>}
      <ul className={styles.entries}>
        {reviews.map((review) => (
          <Entry key={review.id} review={review} />
        ))}
      </ul>
      <OnceOpened isOpen={isAdding}>
        <ReviewForm card={card} isOpen={isAdding} onClose={() => setAdding(false)} />
      </OnceOpened>
    </Card>
  )
}

function Entry({ review }: { review: Schema<'ReviewView'> }) {
  const { t } = useTranslation('goal')
  const { t: word } = useTranslation('work')
  return (
    <li>
      <header>
        <strong>{t(`review_kind.${review.kind}`)}</strong> <time dateTime={review.held_on}>{review.held_on}</time>
        <span className={styles.quiet}>
          {[review.participants.length > 0 && t('review.with', { names: review.participants.join('、') }), t('review.by', { name: review.by_name }), review.cards > 1 && t('review.cards', { count: review.cards })].filter(Boolean).join(' · ')}
        </span>
      </header>
      <p>
        <span className={styles.quiet}>{t('review.findings')}：</span>
        {review.findings}
      </p>
      {review.causes && (
        <p>
          <span className={styles.quiet}>{t('review.causes')}：</span>
          {review.causes}
        </p>
      )}
      {review.actions.map((action) => (
        <p key={action.work_item_id}>
          {action.what} <span className={styles.quiet}>{t('review.action_line', { name: action.owner_name, date: action.due_on })}</span>{' '}
          <Link to={`/work-items/${action.work_item_id}`}>
            {action.work_item_number} {action.work_item_state && `· ${word(`state.${action.work_item_state}`)}`} <RightOutlined aria-hidden />
          </Link>
        </p>
      ))}
    </li>
  )
}
