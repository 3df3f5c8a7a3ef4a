import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { PersonName } from '@/components/Person'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import styles from '../Customer.module.css'

/** Who answered for the customer when, the present one first. */
export function Managers({ managers }: { managers: Schema<'ManagementView'>[] }) {
  const { t } = useTranslation('customer')
  const time = useTimeText()
  const day = (at: Schema<'ManagementView'>['since']) => time.civil(at).date
  return (
    <Card title={t('managers.title')} flush>
      <ul className={styles.people}>
        {managers.map((each) => (
          <li key={`${each.since}${each.manager.id}${each.until ?? ''}`}>
            <div>
              <h3>
                <PersonName name={each.manager.name} />
                <small>{each.until ? t('managers.from_to', { from: day(each.since), to: day(each.until) }) : t('managers.since', { from: day(each.since) })}</small>
              </h3>
              {each.note && <p>{each.note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
