import { EditOutlined, MoreOutlined, SwapOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
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
const HandOver = lazy(async () => ({ default: (await import('./HandOver')).HandOver }))
const NewItem = lazy(async () => ({ default: (await import('../list/NewItem')).NewItem }))

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
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const problemText = useProblemText()
  const transition = useTransition(item.id)
  const [asking, setAsking] = useState<Act>()
  const [isHandingOver, setHandingOver] = useState(false)
  const [isAddingSub, setAddingSub] = useState(false)
  const mayAssign = useMay('work.assign')
  const mayRecord = useMay('followup.record')
  const mayCreate = useMay('work.create')

  const isClosed = item.standing.state === 'closed'
  const isMine = [item.standing.owner.id, item.standing.handler.id].includes(user.employee_id ?? '')
  const mayHandOver = !isClosed && !item.pending_handoff && (isMine || mayAssign)
  const acts = actsOf(item.state, item.next_states)
  const take = (act: Act) => {
    if (act.asks.length > 0) return setAsking(act)
    transition(act, undefined, uuidv7()).then(
      () => toast.success(t(`acted.${act.key}`)),
      (error: unknown) => toast.error(problemText(asProblem(error))),
    )
  }
  const forward = acts.filter((act) => act.isForward).slice(0, isPhone ? 1 : 3)
  const rest = acts.filter((act) => !forward.includes(act))
  const more = [
    ...(isPhone && mayHandOver ? [{ key: 'hand_over', label: t('act.hand_over'), onClick: () => setHandingOver(true) }] : []),
    ...rest.map((act) => ({ key: act.key, label: t(`act.${act.key}`), danger: act.isDangerous, onClick: () => take(act) })),
    ...(mayCreate && !isClosed ? [{ key: 'sub_item', label: t('new.sub_title'), onClick: () => setAddingSub(true) }] : []),
  ]
  const actions = (
    <>
      {mayRecord && (
        <Button type="primary" icon={<EditOutlined />} onClick={onRecord}>
          {t('act.record')}
        </Button>
      )}
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
      <OnceOpened isOpen={isHandingOver}>
        <HandOver itemId={item.id} isOpen={isHandingOver} onClose={() => setHandingOver(false)} />
      </OnceOpened>
      <OnceOpened isOpen={isAddingSub}>
        <NewItem isOpen={isAddingSub} onClose={() => setAddingSub(false)} parentId={item.id} onCreated={(made) => void navigate(`/work-items/${made.id}`)} />
      </OnceOpened>
    </>
  )
}
