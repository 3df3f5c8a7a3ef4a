import { LinkOutlined, MailOutlined, StarFilled } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { lazy, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { OnceOpened } from '@/components/OnceOpened'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { uuidv7 } from '@/lib/uuid'
import { Mailed } from '../posted/Mailed'
import { usePosted } from '../requests/usePosted'
import { useMakeLink, useRequester, useRevokeLinks, useWriteToRequester } from '../requests/useRequester'
import styles from './Requester.module.css'

const LinkDialog = lazy(async () => ({ default: (await import('./LinkDialog')).LinkDialog }))

type Desk = Schema<'RequesterDesk'>

/** What whoever asked for it sees of the item, and what they said. Only where they are no colleague. */
export function RequesterCard({ item }: { item: Schema<'WorkItemView'> }) {
  if (item.requester.employee_id) return null
  return <Shown item={item} />
}

function Shown({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('requester')
  const { data: desk } = useRequester(item.id)
  if (!desk || (!desk.may_write && desk.messages.length === 0 && !desk.rating)) return null
  return (
    <Card title={t('title')}>
      {desk.rating && <Rating rating={desk.rating} />}
      {desk.messages.length > 0 && <Thread itemId={item.id} messages={desk.messages} />}
      {desk.may_write && (
        <>
          <Write itemId={item.id} email={desk.email} />
          <Links item={item} desk={desk} />
        </>
      )}
    </Card>
  )
}

function Rating({ rating }: { rating: NonNullable<Desk['rating']> }) {
  const { t } = useTranslation('requester')
  return (
    <div className={styles.rating}>
      <span role="img" aria-label={t('rating', { count: rating.rating })}>
        {[1, 2, 3, 4, 5].map((each) => (
          <StarFilled key={each} className={each <= rating.rating ? styles.on : styles.off} />
        ))}
      </span>
      <small>
        <RelativeTime at={rating.changed_at} />
      </small>
      {rating.words && <p>{rating.words}</p>}
    </div>
  )
}

function Thread({ itemId, messages }: { itemId: string; messages: Desk['messages'] }) {
  const { t } = useTranslation('requester')
  const { data: posted = [] } = usePosted(itemId, true)
  return (
    <ul className={styles.thread} aria-label={t('messages')}>
      {messages.map((message) => (
        <li key={message.id} className={message.from_requester ? styles.theirs : undefined}>
          <small>
            {message.by_name} · <RelativeTime at={message.at} short />
          </small>
          <p>{message.text}</p>
          <Mailed posted={posted.find((each) => each.source === message.id)} />
        </li>
      ))}
    </ul>
  )
}

function Write({ itemId, email }: { itemId: string; email: string | null }) {
  const { t } = useTranslation('requester')
  const write = useWriteToRequester(itemId)
  const problemText = useProblemText()
  const [text, setText] = useState('')
  const key = useRef(uuidv7())
  const send = () =>
    write.mutate(
      { text: text.trim(), key: key.current },
      {
        onSuccess: () => {
          setText('')
          key.current = uuidv7()
        },
        onError: (error) => toast.error(problemText(asProblem(error))),
      },
    )
  return (
    <div className={styles.write}>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() && send()}
        autoSize={{ minRows: 1, maxRows: 6 }}
        placeholder={t('write_hint')}
        aria-label={t('write')}
        maxLength={2000}
      />
      <Button onClick={send} disabled={!text.trim()} loading={write.isPending}>
        {t('send')}
      </Button>
      {email && <small>{t('also_mailed', { email })}</small>}
    </div>
  )
}

function Links({ item, desk }: { item: Schema<'WorkItemView'>; desk: Desk }) {
  const { t } = useTranslation('requester')
  const problemText = useProblemText()
  const make = useMakeLink(item.id)
  const revoke = useRevokeLinks(item.id)
  const [isRevoking, setRevoking] = useState(false)
  const create = (byEmail: boolean) => make.mutate(byEmail, { onSuccess: () => byEmail && toast.success(t('mailed', { email: desk.email })), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <div className={styles.links}>
      <Button icon={<LinkOutlined />} onClick={() => create(false)} loading={make.isPending}>
        {t('make')}
      </Button>
      {desk.email && (
        <Button icon={<MailOutlined />} onClick={() => create(true)} loading={make.isPending}>
          {t('mail')}
        </Button>
      )}
      {desk.links > 0 && (
        <>
          <small>
            {t('links', { count: desk.links })} {desk.last_link_at && <RelativeTime at={desk.last_link_at} />}
          </small>
          <Button type="text" size="small" danger onClick={() => setRevoking(true)}>
            {t('revoke')}
          </Button>
        </>
      )}
      <OnceOpened isOpen={make.data !== undefined}>
        <LinkDialog path={make.data?.path} number={item.number} onClose={make.reset} />
      </OnceOpened>
      <ConfirmDialog isOpen={isRevoking} onClose={() => setRevoking(false)} title={t('revoke_title')} act={t('revoke')} isDangerous onConfirm={() => revoke.mutateAsync()}>
        {t('revoke_text')}
      </ConfirmDialog>
    </div>
  )
}
