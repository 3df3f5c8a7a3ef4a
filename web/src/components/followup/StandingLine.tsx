import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { AnswerLine } from '../AnswerLine'

/** Where a followed thing stands now, in words. */
export function StandingLine({ standing }: { standing: Schema<'Standing'> }) {
  const { t } = useTranslation('followup')
  const last = standing.last_follow_up
  return (
    <AnswerLine
      handler={standing.handler.name}
      state={t(`stage.${standing.stage}`)}
      since={standing.state === 'closed' ? null : standing.handler_since}
      last={last && { at: last.at, method: t(`method.${last.method}`), finding: last.finding }}
      next={standing.next_follow_up_at ?? null}
      isOverdue={standing.follow_up_overdue}
    />
  )
}
