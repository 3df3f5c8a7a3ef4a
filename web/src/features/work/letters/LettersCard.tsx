import { FilePdfOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { Mailed } from '../posted/Mailed'
import { useLetters } from '../requests/useLetters'
import { usePosted } from '../requests/usePosted'
import styles from './Letters.module.css'

/** The urging letters of an item, to be opened and printed again. */
export function LettersCard({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('letters')
  const { data: letters = [] } = useLetters(item.id, item.standing.touch_count > 0)
  const { data: posted = [] } = usePosted(
    item.id,
    letters.some((letter) => letter.by_email),
  )
  if (letters.length === 0) return null
  return (
    <Card title={t('list')}>
      <ul className={styles.letters}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <FilePdfOutlined aria-hidden />
            <a href={`/api/v1/work-items/${item.id}/urging-letters/${letter.id}/content`} download>
              {letter.number}
            </a>
            <span>
              {t(`tone.${letter.tone}.name`)} · {t('to_whom', { name: letter.to_name })}
            </span>
            <small>
              {letter.by_name} · <RelativeTime at={letter.at} short /> · {t(letter.by_email ? 'way.mail' : 'way.paper')}
            </small>
            {letter.by_email && <Mailed posted={posted.find((each) => each.source === letter.id)} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
