import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'

type Outcome = 'arrived' | 'on_its_way' | 'failed'

const outcomeOf: Record<Schema<'DeliveryState'>, Outcome> = {
  delivered: 'arrived',
  waiting: 'on_its_way',
  sending: 'on_its_way',
  refused: 'failed',
  dead: 'failed',
  dropped: 'failed',
  merged: 'arrived',
}
const tones: Record<Outcome, Tone> = { arrived: 'done', on_its_way: 'waiting', failed: 'late' }

/** Whether a mail arrived, and what the other side said when it did not. */
export function Mailed({ posted }: { posted: Schema<'PostedView'> | undefined }) {
  const { t } = useTranslation('letters')
  if (!posted) return null
  const outcome = outcomeOf[posted.state]
  return (
    <span title={posted.to}>
      <StateTag tone={tones[outcome]} text={t(`posted.${outcome}`)} />
      {outcome !== 'arrived' && posted.answer && <small> {posted.answer}</small>}
    </span>
  )
}
