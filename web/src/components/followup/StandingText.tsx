import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'

/** The answer in a few words, for a line of a list: who has it, what was last found, when to look next. */
export function StandingText({ standing }: { standing: Schema<'Standing'> }) {
  const { t } = useTranslation('followup')
  const time = useTimeText()
  const last = standing.last_follow_up
  const parts = [
    `${standing.handler.name} ${t(`stage.${standing.stage}`)}`,
    last ? t('answer.last', { at: time.short(last.at), method: t(`method.${last.method}`), finding: last.finding }) : t('answer.never'),
    standing.next_follow_up_at ? t('answer.next', { at: time.short(standing.next_follow_up_at) }) : '',
  ]
  return <>{parts.filter(Boolean).join(t('answer.stop'))}</>
}
