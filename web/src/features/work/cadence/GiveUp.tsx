import { Alert, Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OnceOpened } from '@/components/OnceOpened'
import type { Schema } from '@/lib/api-types'
import { useSession } from '@/lib/session'
import { useGiveUpRequests, useLiveGiveUps } from '../requests/useGiveUp'
import styles from '../item/Item.module.css'
import { AnswerGiveUp } from './AnswerGiveUp'
import pace from './Cadence.module.css'

const GiveUpDialog = lazy(async () => ({ default: (await import('./GiveUpDialog')).GiveUpDialog }))

interface Props {
  item: Schema<'WorkItemView'>
  /** What was asked and answered, above the item; or the way to ask, beside its cadence. */
  part: 'answers' | 'asking'
}

/** Of a kind that is not given up easily: how many touches are missing, what was asked, and what was answered. */
export function GiveUp({ item, part }: Props) {
  const { t } = useTranslation('cadence')
  const { user } = useSession()
  const [asking, setAsking] = useState<'ask' | 'give_up'>()
  const { minimum_touches: minimum, missing, only_outward } = item.persistence
  const isGuarded = minimum > 0 && item.standing.state === 'open' && item.state !== 'draft'
  const isEnough = missing === 0
  useLiveGiveUps()
  const { data: requests } = useGiveUpRequests(item.id, isGuarded && !isEnough)
  if (!isGuarded || (!isEnough && !requests)) return null
  const isOwner = item.standing.owner.id === user.employee_id
  // After enough touches nobody needs to be asked any more.
  const last = isEnough ? undefined : requests?.at(-1)
  const isWaiting = last?.answered_at === null
  const hasConsent = last?.consented === true && last.used_at === null
  const which = only_outward ? 'outward' : 'any'
  const end = isOwner && isEnough && (
    <Button type="link" size="small" danger onClick={() => setAsking('give_up')}>
      {t('give_up.do')}
    </Button>
  )
  const ask = isOwner && !isEnough && !isWaiting && !hasConsent && (
    <Button type="link" size="small" onClick={() => setAsking('ask')}>
      {t('give_up.ask')}
    </Button>
  )
  const shown = () => {
    if (isWaiting) return <Alert className={styles.notice} type="warning" title={t('give_up.waiting', { by: last.asked_by.name, to: last.supervisor.name })} description={last.reason} action={last.may_answer && <AnswerGiveUp request={last} />} />
    if (hasConsent)
      return (
        <Alert
          className={styles.notice}
          type="info"
          title={t('give_up.consented', { by: last.answered_by?.name })}
          description={last.answer || undefined}
          action={
            isOwner && (
              <Button size="small" danger onClick={() => setAsking('give_up')}>
                {t('give_up.do')}
              </Button>
            )
          }
        />
      )
    if (last?.consented === false) return <Alert className={styles.notice} type="info" title={t('give_up.refused', { by: last.answered_by?.name, count: missing })} description={last.answer} />
    return null
  }
  return (
    <>
      {part === 'answers' && shown()}
      {part === 'asking' && ask && (
        <p className={pace.side}>
          <span>{t(`give_up.missing.${which}`, { count: missing, minimum })}</span>
          {ask}
        </p>
      )}
      {part === 'asking' && end && (
        <p className={pace.side}>
          <span>{t(`give_up.enough.${which}`, { minimum })}</span>
          {end}
        </p>
      )}
      <OnceOpened isOpen={asking !== undefined}>
        <GiveUpDialog itemId={item.id} way={asking} reason={last?.reason} missing={missing} onClose={() => setAsking(undefined)} />
      </OnceOpened>
    </>
  )
}
