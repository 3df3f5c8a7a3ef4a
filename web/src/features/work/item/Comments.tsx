import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { uuidv7 } from '@/lib/uuid'
import { useComment, useComments } from '../requests/useComments'
import styles from './Item.module.css'

export function Comments({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const { data: comments = [] } = useComments(itemId)
  return (
    <>
      <Say itemId={itemId} />
      <ul className={styles.followUps} aria-label={t('history.comments')}>
        {comments.toReversed().map((comment) => (
          <li key={comment.id}>
            <header>
              <strong>{comment.by_name}</strong>
              <RelativeTime at={comment.at} />
            </header>
            <p>{comment.text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Say({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const comment = useComment(itemId)
  const problemText = useProblemText()
  const [text, setText] = useState('')
  const key = useRef(uuidv7())
  const send = () =>
    comment.mutate(
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
    <div className={styles.say}>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() && send()}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={t('comments.hint')}
        aria-label={t('comments.hint')}
        maxLength={4000}
      />
      <Button onClick={send} disabled={!text.trim()} loading={comment.isPending}>
        {t('comments.send')}
      </Button>
    </div>
  )
}
