import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { OnceOpened } from '@/components/OnceOpened'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import type { Way } from '../handoff/AnswerHandoff'
import styles from './WaitingHandoffs.module.css'

const AnswerHandoff = lazy(async () => ({ default: (await import('../handoff/AnswerHandoff')).AnswerHandoff }))

type Handoff = Schema<'HandoffView'>

/** What others want to hand to me: until I answer, it stays with them. */
export function WaitingHandoffs({ handoffs }: { handoffs: Handoff[] }) {
  const [answering, setAnswering] = useState<{ handoff: Handoff; way: Way }>()
  return (
    <>
      <ul className={styles.handoffs}>
        {handoffs.map((handoff) => (
          <Waiting key={handoff.id} handoff={handoff} onAnswer={(way) => setAnswering({ handoff, way })} />
        ))}
      </ul>
      <OnceOpened isOpen={answering !== undefined}>
        <AnswerHandoff handoff={answering?.handoff} way={answering?.way ?? 'accept'} onClose={() => setAnswering(undefined)} />
      </OnceOpened>
    </>
  )
}

function Waiting({ handoff, onAnswer }: { handoff: Handoff; onAnswer: (way: Way) => void }) {
  const { t } = useTranslation('work')
  const time = useTimeText()
  return (
    <li>
      <div className={styles.words}>
        <Link to={`/work-items/${handoff.work_item_id}`}>{handoff.work_item_title}</Link>
        <p>
          <PersonName name={handoff.from.name} />
          <span>
            {t('handoff.offered')} <RelativeTime at={handoff.at} />
          </span>
          <span className={handoff.late ? styles.late : undefined}>
            {t(handoff.late ? 'handoff.answer_late' : 'handoff.answer_by', { at: time.short(handoff.answer_due_at) })}
          </span>
        </p>
        {handoff.note && <p className={styles.note}>{handoff.note}</p>}
      </div>
      <div className={styles.acts}>
        <Button onClick={() => onAnswer('question')}>{t('handoff.other_answer')}</Button>
        <Button type="primary" onClick={() => onAnswer('accept')}>
          {t('handoff.accept')}
        </Button>
      </div>
    </li>
  )
}
