import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { useTimeText } from '@/lib/useTimeText'
import { useAwaited } from '../requests/useAwaited'
import styles from './WaitingHandoffs.module.css'

/** Questions, proposed dates, results and delay reports that wait for this person's word. Nothing where there are none. */
export function WaitingAnswers() {
  const { t } = useTranslation('work')
  const time = useTimeText()
  const { data: waiting = [] } = useAwaited()
  if (waiting.length === 0) return null
  return (
    <Card title={t('waiting.title')} flush>
      <ul className={styles.handoffs}>
        {waiting.map((each) => (
          <li key={`${each.what} ${each.id}`}>
            <div className={styles.words}>
              <Link to={`/work-items/${each.work_item_id}`}>{each.title}</Link>
              <p>
                <StateTag tone="waiting" text={t(`waiting.${each.what}`)} />
                <span>
                  {each.by_name} <RelativeTime at={each.at} />
                </span>
                {each.due_at && <span>{t('waiting.until', { at: time.short(each.due_at) })}</span>}
              </p>
              {each.text && <p className={styles.note}>{each.text}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
