import { useTranslation } from 'react-i18next'
import { RelativeTime } from '@/components/RelativeTime'
import { useComments } from '../requests/useComments'
import { CommentBox } from './CommentBox'
import styles from './Item.module.css'
import { pieces } from './mentions'

export function Comments({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const { data: comments = [] } = useComments(itemId)
  return (
    <>
      <CommentBox itemId={itemId} />
      <ul className={styles.followUps} aria-label={t('history.comments')}>
        {comments.toReversed().map((comment) => (
          <li key={comment.id}>
            <header>
              <strong>{comment.by_name}</strong>
              <RelativeTime at={comment.at} />
            </header>
            <p>{pieces(comment.text, comment.mentioned).map((piece, index) => (piece.isMention ? <b key={index}>{piece.text}</b> : piece.text))}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
