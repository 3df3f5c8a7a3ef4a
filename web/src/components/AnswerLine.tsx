import { useTranslation } from 'react-i18next'
import { useTimeText } from '@/lib/useTimeText'
import type { Instant } from '@/lib/time'
import styles from './AnswerLine.module.css'
import { PersonAvatar } from './Person'

interface Props {
  handler: string | null
  /** "处理中" */
  state: string
  /** Since when this person has it. */
  since: Instant | null
  last?: { at: Instant; method: string; finding: string } | null
  next: Instant | null
  isOverdue?: boolean
}

/** "Where does it stand?" in one sentence: who has it, since when, what was last done, when is the next look. */
export function AnswerLine({ handler, state, since, last, next, isOverdue = false }: Props) {
  const { t } = useTranslation('common')
  const time = useTimeText()
  const held = since === null ? '' : time.duration(time.now - new Date(since).getTime())
  return (
    <p className={isOverdue ? `${styles.answer} ${styles.late}` : styles.answer}>
      {handler && <PersonAvatar name={handler} size={32} />}
      <span>
        <strong>
          {handler ?? t('answer.nobody')} {state}
        </strong>
        {held && t('answer.held', { held })}
        {t('answer.stop')}
        {last ? t('answer.last', { at: time.short(last.at), method: last.method, finding: last.finding }) : t('answer.never')}
        {next !== null && (
          <>
            {t('answer.stop')}
            <b>{t(isOverdue ? 'answer.missed' : 'answer.next', { at: time.short(next) })}</b>
          </>
        )}
      </span>
    </p>
  )
}
