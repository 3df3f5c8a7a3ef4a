import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { useProposalText } from '@/components/followup/useProposalText'
import { useProposal } from '@/components/followup/requests/useProposal'
import { OnceOpened } from '@/components/OnceOpened'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import { useCounterpart } from '../requests/useCounterpart'
import styles from './Cadence.module.css'
import { GiveUp } from './GiveUp'

const ItemCadence = lazy(async () => ({ default: (await import('./ItemCadence')).ItemCadence }))
const CounterpartDrawer = lazy(async () => ({ default: (await import('./CounterpartDrawer')).CounterpartDrawer }))

/** How the item is followed up: what the cadence plans next and why, and how punctual both sides are. */
export function FollowUpPlan({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('cadence')
  const mayRecord = useMay('followup.record')
  const [isAdjusting, setAdjusting] = useState(false)
  const [looking, setLooking] = useState<Schema<'Direction'>>()
  // Who asked for it does it: there is no other side.
  const isOwn = item.requester.employee_id === item.standing.handler.id
  if (item.standing.state === 'closed' || item.state === 'draft') return null
  const adjust = mayRecord && (
    <Button size="small" onClick={() => setAdjusting(true)}>
      {t('adjust')}
    </Button>
  )
  return (
    <Card title={t('plan')} extra={adjust}>
      <div className={styles.plan}>
        <dl>
          <Planned item={item} />
          <Side item={item} direction="inward" onLook={() => setLooking('inward')} />
          {!isOwn && <Side item={item} direction="outward" onLook={() => setLooking('outward')} />}
        </dl>
        <GiveUp item={item} part="asking" />
      </div>
      <OnceOpened isOpen={isAdjusting}>
        <ItemCadence item={item} isOpen={isAdjusting} onClose={() => setAdjusting(false)} />
      </OnceOpened>
      <OnceOpened isOpen={looking !== undefined}>
        <CounterpartDrawer id={item.id} direction={looking} onClose={() => setLooking(undefined)} />
      </OnceOpened>
    </Card>
  )
}

function Planned({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('cadence')
  const { t: word } = useTranslation('followup')
  const time = useTimeText()
  const proposalText = useProposalText()
  const { data: proposal } = useProposal(item.id, true)
  if (!proposal) return null
  const planned = proposal.this_one ?? proposal.next
  return (
    <div>
      <dt>{t('planned')}</dt>
      <dd>
        {t('planned_touch', { number: planned.number, method: word(`method.${planned.method}`) })}
        {planned.hint && <small> {t('quoted', { text: planned.hint })}</small>}
        <ul className={styles.why}>
          <li>{t('then_at', { at: time.short(proposal.next_follow_up_at) })}</li>
          {proposalText(proposal).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

function Side({ item, direction, onLook }: { item: Schema<'WorkItemView'>; direction: Schema<'Direction'>; onLook: () => void }) {
  const { t } = useTranslation('cadence')
  const { data: side } = useCounterpart(item.id, direction)
  if (!side?.is_known) return null
  const isBad = side.percent !== null && side.measured >= side.needed && side.percent < 60
  return (
    <div>
      <dt>{t(direction === 'inward' ? 'handler' : 'counterpart')}</dt>
      <dd className={styles.side}>
        <span>{side.name}</span>
        <Button type="link" size="small" className={isBad ? styles.bad : undefined} onClick={onLook}>
          {side.percent === null ? t('nothing_measured') : t('punctuality', { percent: side.percent, kept: side.kept, measured: side.measured })}
        </Button>
      </dd>
    </div>
  )
}
