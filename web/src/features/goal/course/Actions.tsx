import { DeleteOutlined, EditOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { OnceOpened } from '@/components/OnceOpened'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import styles from '../cards/Cards.module.css'
import { useMakeWorkItem, useRemoveAction } from '../requests/useCourse'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { yuanText } from './money'

const ActionForm = lazy(async () => ({ default: (await import('./ActionForm')).ActionForm }))

type Action = GoalItem['actions'][number]

/** What has to be done for a goal. A line becomes a work item with one click and shows how that stands. */
export function Actions({ card, item }: { card: GoalCard; item: GoalItem }) {
  const { t } = useTranslation('goal')
  const [editing, setEditing] = useState<Action | 'new'>()
  const mayPlan = card.may.includes('plan')
  if (item.actions.length === 0 && !mayPlan) return null
  return (
    <section>
      <h3>{t('action.heading')}</h3>
      <ul className={styles.entries}>
        {item.actions.map((action) => (
          <ActionLine key={action.id} card={card} action={action} onEdit={mayPlan && !action.work_item_id ? () => setEditing(action) : undefined} />
        ))}
      </ul>
      {mayPlan && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
          {t('action.add')}
        </Button>
      )}
      <OnceOpened isOpen={editing !== undefined}>
        <ActionForm key={editing === 'new' ? 'new' : editing?.id} card={card} item={item} action={editing === 'new' ? undefined : editing} isOpen={editing !== undefined} onClose={() => setEditing(undefined)} />
      </OnceOpened>
    </section>
  )
}

function ActionLine({ card, action, onEdit }: { card: GoalCard; action: Action; onEdit?: () => void }) {
  const { t } = useTranslation('goal')
  const { t: word } = useTranslation('work')
  const problemText = useProblemText()
  const make = useMakeWorkItem(card)
  const remove = useRemoveAction(card)
  const fail = (error: unknown) => toast.error(problemText(asProblem(error)))
  const dates = [action.from_on, action.to_on].filter(Boolean).join(' – ')
  const more = [action.obstacle && `${t('action.obstacle')}：${action.obstacle}`, action.customers, action.time_use, action.support.map((kind) => t(`support_kind.${kind}`)).join('、'), action.support_note, action.preparation, action.budget !== null && t('action.budget_line', { amount: yuanText(action.budget) }), action.benefit && `${t('action.benefit')}：${action.benefit}`].filter(Boolean)
  return (
    <li>
      <header>
        <strong>{action.what}</strong> {dates}
        {action.work_item_id ? (
          <Link to={`/work-items/${action.work_item_id}`}>
            {action.work_item_number} · {word(`state.${action.work_item_state ?? action.outcome ?? 'assigned'}`)} <RightOutlined aria-hidden />
          </Link>
        ) : (
          onEdit && (
            <>
              <Button size="small" loading={make.isPending} onClick={() => make.mutate({ id: action.id, form: { kind: null, handler_id: null, due_at: null } }, { onSuccess: () => toast.success(t('action.made')), onError: fail })}>
                {t('action.make')}
              </Button>
              <Button size="small" type="text" icon={<EditOutlined />} aria-label={t('action.edit', { what: action.what })} onClick={onEdit} />
              <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('action.remove', { what: action.what })} onClick={() => remove.mutate(action.id, { onError: fail })} />
            </>
          )
        )}
      </header>
      {more.length > 0 && <p className={styles.quiet}>{more.join(' · ')}</p>}
    </li>
  )
}
