import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import { Points } from './BriefCard'
import styles from './Brief.module.css'
import { WRITTEN } from './answers'

/** What somebody is asked to take on, to be read before answering. */
export function BriefSummary({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('work')
  const time = useTimeText()
  const { brief } = item
  return (
    <dl className={styles.summary}>
      <div>
        <dt>{t('answer.what')}</dt>
        <dd>{item.title}</dd>
      </div>
      {item.due_at && (
        <div>
          <dt>{t('answer.when')}</dt>
          <dd>{time.exact(item.due_at)}</dd>
        </div>
      )}
      {WRITTEN.map((answer) => {
        const text = answer === 'standard' ? brief.standard.length > 0 && <Points points={brief.standard} /> : brief[answer]
        return (
          text && (
            <div key={answer}>
              <dt>{t(`answer.${answer}`)}</dt>
              <dd>{text}</dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
