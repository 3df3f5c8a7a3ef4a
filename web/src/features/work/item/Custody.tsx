import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ChainOfCustody } from '@/components/ChainOfCustody'
import type { Schema } from '@/lib/api-types'

const MINUTE = 60_000

/** Everybody who held it. */
export function Custody({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('work')
  const holdings = item.custody.map((link) => ({
    id: `${link.holder.id} ${link.offered_at}`,
    holder_name: link.holder.name,
    from: link.offered_at,
    accepted_at: link.accepted_at,
    until: link.until,
    waiting_ms: link.waiting_minutes * MINUTE,
    holding_ms: link.holding_minutes * MINUTE,
  }))
  const { waiting_minutes, working_minutes, efficiency } = item.flow
  return (
    <Card title={t('custody.title')}>
      <ChainOfCustody holdings={holdings} flow={{ waiting_ms: waiting_minutes * MINUTE, working_ms: working_minutes * MINUTE, efficiency }} />
    </Card>
  )
}
