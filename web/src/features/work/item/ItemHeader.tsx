import { EditOutlined, MoreOutlined, SwapOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Importance } from '@/components/followup/Importance'
import { StageTag } from '@/components/followup/StageTag'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useMay, useSession } from '@/lib/session'
import { useIsPhone } from '@/lib/useMedia'
import { uuidv7 } from '@/lib/uuid'
import { useKinds } from '../requests/useKinds'
import { useTransition } from '../requests/useTransition'
import { type Act, actsOf } from './acts'
import styles from './Item.module.css'

const ActDialog = lazy(async () => ({ default: (await import('./ActDialog')).ActDialog }))
const JudgeDialog = lazy(async () => ({ default: (await import('../judging/JudgeDialog')).JudgeDialog }))
const ProposeDate = lazy(async () => ({ default: (await import('../handoff/ProposeDate')).ProposeDate }))
const LetterDrawer = lazy(async () => ({ default: (await import('../letters/LetterDrawer')).LetterDrawer }))
const RepeatForm = lazy(async () => ({ default: (await import('../series/RepeatForm')).RepeatForm }))
const HandOver = lazy(async () => ({ default: (await import('./HandOver')).HandOver }))

interface Props {
  item: Schema<'WorkItemView'>
  isBeside: boolean
  onRecord: () => void
}

/** What the item is, and every step that may be taken with it now. */
export function ItemHeader({ item, isBeside, onRecord }: Props) {
  const { t } = useTranslation('work')
  const { nameOf } = useKinds()
  const { user } = useSession()
  const isPhone = useIsPhone()
  const problemText = useProblemText()
  const transition = useTransition(item.id)
  const [asking, setAsking] = useState<Act>()
  const [isHandingOver, setHandingOver] = useState(false)
  const [isJudging, setJudging] = useState(false)
  const [isProposing, setProposing] = useState(false)
  const [isUrging, setUrging] = useState(false)
  const [isRepeating, setRepeating] = useState(false)
  const mayCreate = useMay('work.create')
  const mayAssign = useMay('work.assign')
  const mayRecord = useMay('followup.record')

  const isClosed = item.standing.state === 'closed'
  const isMine = [item.standing.owner.id, item.standing.handler.id].includes(user.employee_id ?? '')
  // A draft is assigned instead.
  const mayHandOver = !isClosed && item.state !== 'draft' && !item.pending_handoff && (isMine || mayAssign)
  const acts = actsOf(item.state, item.next_states)
  // With a standard the result is judged point by point, which either closes or returns it.
  const judges = item.brief.standard.length > 0 && acts.some((act) => act.key === 'close')
  const mayPropose = !isClosed && item.state !== 'draft' && !item.standing.overdue && item.standing.handler.id === user.employee_id && item.standing.owner.id !== user.employee_id && item.date_proposals.every((proposal) => proposal.answer !== null)
  // Somebody else has to be there to be urged.
  const mayUrge = !isClosed && mayRecord && (item.standing.owner.id === user.employee_id || mayAssign) && (item.standing.handler.id !== user.employee_id || item.requester.name !== null)
  const take = (act: Act) => {
    if (act.asks.length > 0) return setAsking(act)
    transition(act, undefined, uuidv7()).then(
      () => toast.success(t(`acted.${act.key}`)),
      (error: unknown) => toast.error(problemText(asProblem(error))),
    )
  }
  const steps = judges ? acts.filter((act) => act.key !== 'close' && act.key !== 'return') : acts
  const forward = steps.filter((act) => act.isForward).slice(0, isPhone ? 1 : 3)
  const rest = steps.filter((act) => !forward.includes(act))
  const more = [
    ...(isPhone && mayHandOver ? [{ key: 'hand_over', label: t('act.hand_over'), onClick: () => setHandingOver(true) }] : []),
    ...(mayPropose ? [{ key: 'propose_date', label: t('act.propose_date'), onClick: () => setProposing(true) }] : []),
    ...(mayUrge ? [{ key: 'urge', label: t('act.urge'), onClick: () => setUrging(true) }] : []),
    ...(mayCreate ? [{ key: 'repeat', label: t('act.repeat'), onClick: () => setRepeating(true) }] : []),
    ...rest.map((act) => ({ key: act.key, label: t(`act.${act.key}`), danger: act.isDangerous, onClick: () => take(act) })),
  ]
  const actions = (
    <>
      {mayRecord && (
        <Button type="primary" icon={<EditOutlined />} onClick={onRecord}>
          {t('act.record')}
        </Button>
      )}
      {judges && <Button onClick={() => setJudging(true)}>{t('act.judge')}</Button>}
      {forward.map((act) => (
        <Button key={act.key} onClick={() => take(act)}>
          {t(`act.${act.key}`)}
        </Button>
      ))}
      {mayHandOver && !isPhone && (
        <Button icon={<SwapOutlined />} onClick={() => setHandingOver(true)}>
          {t('act.hand_over')}
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: more }}>
          <Button icon={<MoreOutlined />} aria-label={t('act.more')} />
        </Dropdown>
      )}
    </>
  )
  const note = (
    <span className={styles.meta}>
      <span>{item.number}</span>
      <span>{nameOf(item.kind)}</span>
      <Importance level={item.standing.importance} withText />
    </span>
  )
  return (
    <>
      <PageHeader title={item.title} tags={<StageTag stage={item.state} />} note={note} actions={actions} isBeside={isBeside} />
      <OnceOpened isOpen={asking !== undefined}>
        <ActDialog act={asking} onClose={() => setAsking(undefined)} onSubmit={(act, body, key) => transition(act, body, key)} />
      </OnceOpened>
      <OnceOpened isOpen={isJudging}>
        <JudgeDialog item={item} isOpen={isJudging} onClose={() => setJudging(false)} onSubmit={(act, body, key) => transition(act, body, key)} />
      </OnceOpened>
      <OnceOpened isOpen={isProposing}>
        <ProposeDate itemId={item.id} isOpen={isProposing} onClose={() => setProposing(false)} />
      </OnceOpened>
      <OnceOpened isOpen={isUrging}>
        <LetterDrawer item={item} isOpen={isUrging} onClose={() => setUrging(false)} />
      </OnceOpened>
      <OnceOpened isOpen={isRepeating}>
        <RepeatForm item={item} isOpen={isRepeating} onClose={() => setRepeating(false)} />
      </OnceOpened>
      <OnceOpened isOpen={isHandingOver}>
        <HandOver itemId={item.id} isOpen={isHandingOver} onClose={() => setHandingOver(false)} />
      </OnceOpened>
    </>
  )
}
