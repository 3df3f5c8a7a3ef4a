import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { StateTag } from '@/components/StateTag'
import { useWaitingAnswers } from '../requests/useWaitingAnswers'
import styles from './WaitingHandoffs.module.css'

/** Questions, proposed dates and results that wait for this person's word. Nothing where there are none. */
export function WaitingAnswers() {
  const { t } = useTranslation('work')
  const waiting = useWaitingAnswers()
  if (waiting.length === 0) return null
  return (
    <Card title={t('waiting.title')} flush>
      <ul className={styles.handoffs}>
        {waiting.map((each) => (
          <li key={`${each.what} ${each.id}`}>
            <div className={styles.words}>
              <Link to={`/work-items/${each.id}`}>{each.title}</Link>
              <p>
                <StateTag tone="waiting" text={t(`waiting.${each.what}`)} />
                <span>{each.name}</span>
              </p>
              {each.text && <p className={styles.note}>{each.text}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
