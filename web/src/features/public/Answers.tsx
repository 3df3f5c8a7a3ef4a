import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import styles from './Public.module.css'
import { useAnswer } from './requests/useStatus'
import { Stars } from './Stars'

interface Props {
  status: Schema<'PublicStatusView'>
  token: string
}

/** What the requester may say: "still not solved", or thank you with stars once it is done. */
export function Answers({ status, token }: Props) {
  const { t } = useTranslation('public')
  const [isObjecting, setObjecting] = useState(false)
  if (status.may_rate && !isObjecting) return <Thanks key={status.rating ?? 0} status={status} token={token} onObject={status.may_object ? () => setObjecting(true) : undefined} />
  return (
    <>
      {status.rating !== null && !isObjecting && (
        <section className={styles.card}>
          <p className={styles.thanks}>
            <Stars value={status.rating} /> {t('rate.final')}
          </p>
        </section>
      )}
      {status.may_object && <Objection token={token} isOpen={isObjecting} onOpen={setObjecting} />}
    </>
  )
}

function Thanks({ status, token, onObject }: Props & { onObject?: () => void }) {
  const { t } = useTranslation('public')
  const problemText = useProblemText()
  const answer = useAnswer(token)
  const [rating, setRating] = useState(status.rating ?? 0)
  const [words, setWords] = useState('')
  const [isChanging, setChanging] = useState(status.rating === null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    answer.mutate({ answer: 'thanks', rating, words: words.trim() || undefined })
  }
  if (!isChanging)
    return (
      <section className={styles.card} aria-live="polite">
        <p className={styles.thanks}>
          <Stars value={rating} /> {t('rate.thanks')}
        </p>
        <div className={styles.acts}>
          <button type="button" className={styles.quiet} onClick={() => setChanging(true)}>
            {t('rate.change')}
          </button>
          {onObject && (
            <button type="button" className={styles.quiet} onClick={onObject}>
              {t('object.open')}
            </button>
          )}
        </div>
      </section>
    )
  return (
    <form className={styles.card} onSubmit={send} aria-labelledby="rate">
      <h2 id="rate">{t('rate.title')}</h2>
      <Stars value={rating} onChange={setRating} label={t('rate.title')} />
      <label className={styles.field}>
        <span>{t('rate.words')}</span>
        <textarea rows={2} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {answer.error && (
        <p className={styles.wrong} role="alert">
          {problemText(asProblem(answer.error))}
        </p>
      )}
      <div className={styles.acts}>
        <button type="submit" className={styles.button} disabled={rating === 0 || answer.isPending}>
          {t('rate.send')}
        </button>
        {onObject && (
          <button type="button" className={styles.quiet} onClick={onObject}>
            {t('object.open')}
          </button>
        )}
      </div>
    </form>
  )
}

function Objection({ token, isOpen, onOpen }: { token: string; isOpen: boolean; onOpen: (isOpen: boolean) => void }) {
  const { t } = useTranslation('public')
  const problemText = useProblemText()
  const answer = useAnswer(token)
  const [words, setWords] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    answer.mutate(
      { answer: 'unsolved', words: words.trim() },
      {
        onSuccess: () => {
          setWords('')
          onOpen(false)
        },
      },
    )
  }
  if (!isOpen)
    return (
      <section className={styles.card}>
        {answer.isSuccess ? (
          <p role="status">{t('object.sent')}</p>
        ) : (
          <button type="button" className={styles.wide} onClick={() => onOpen(true)}>
            {t('object.open')}
          </button>
        )}
      </section>
    )
  const problem = answer.error ? asProblem(answer.error) : undefined
  return (
    <form className={styles.card} onSubmit={send}>
      <label className={styles.field}>
        <span>{t('object.words')}</span>
        <textarea autoFocus required rows={4} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} placeholder={t('object.hint')} />
      </label>
      {problem && (
        <p className={styles.wrong} role="alert">
          {problem.errors[0]?.message ?? problemText(problem)}
        </p>
      )}
      <div className={styles.acts}>
        <button type="submit" className={styles.button} disabled={!words.trim() || answer.isPending}>
          {t('object.send')}
        </button>
        <button type="button" className={styles.quiet} onClick={() => onOpen(false)}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
