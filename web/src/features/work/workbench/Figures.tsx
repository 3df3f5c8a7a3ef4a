import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCounts } from '../requests/useCounts'
import styles from './Figures.module.css'

/** The numbers of the day; each leads to what it counts. */
export function Figures({ waiting }: { waiting: number | undefined }) {
  const { t } = useTranslation('work')
  const { data: counts } = useCounts()
  const figures = [
    { key: 'due_follow_ups', count: counts?.due_follow_ups, to: '/follow-ups' },
    { key: 'overdue_follow_ups', count: counts?.overdue_follow_ups, to: '/follow-ups?order=time', isLate: true },
    { key: 'overdue_items', count: counts?.overdue_items, to: '/work-items?whose=owned&overdue=1', isLate: true },
    { key: 'open_owned', count: counts?.open_owned, to: '/work-items?whose=owned' },
    { key: 'open_handled', count: counts?.open_handled, to: '/work-items?whose=handled' },
    { key: 'handoffs', count: waiting, to: '/workbench' },
  ]
  return (
    <ul className={styles.figures} aria-label={t('figures.label')}>
      {figures.map(({ key, count, to, isLate }) => (
        <li key={key}>
          <Link to={to} className={count === 0 ? styles.none : isLate && count ? styles.late : undefined}>
            <strong>{count ?? '–'}</strong>
            <span>{t(`figures.${key}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
