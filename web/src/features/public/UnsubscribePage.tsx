import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useProblemText } from '@/components/useProblemText'
import { preferences } from '@/lib/preferences'
import { asProblem } from '@/lib/problem'
import styles from './Public.module.css'
import { useUnsubscribe, useUnsubscribing } from './requests/useUnsubscribing'
import { Sheet, Trouble, Waiting } from './Sheet'

/** The way out of a kind of mail, for whoever holds one: nothing changes before the button is pressed. */
export function UnsubscribePage() {
  const { t } = useTranslation('public')
  const { t: word } = useTranslation('notify')
  const { token = '' } = useParams()
  const problemText = useProblemText()
  const { data: page, error, isPending, refetch } = useUnsubscribing(token)
  const ask = useUnsubscribe(token)
  const language = page?.language
  useEffect(() => {
    if (language === 'zh' || language === 'en') preferences.set({ language })
  }, [language])
  const problem = error ? asProblem(error) : undefined
  return (
    <Sheet title={t('mail.page')} organization={page?.organization}>
      {isPending && <Waiting />}
      {!page && problem && <Trouble title={t(problem.status === 404 ? 'mail.unknown' : 'trouble')} text={problemText(problem)} onRetry={problem.status === 404 ? undefined : () => void refetch()} />}
      {page && (
        <section className={styles.card} aria-live="polite">
          <h1 className={styles.title}>{t(page.off ? 'mail.off' : 'mail.title', { kind: word(`kind.${page.kind}`) })}</h1>
          <p>{t(page.off ? 'mail.off_text' : 'mail.text', { kind: word(`kind.${page.kind}`), email: page.email })}</p>
          {!page.off && (
            <button type="button" className={styles.button} onClick={() => ask.mutate()} disabled={ask.isPending}>
              {t('mail.act')}
            </button>
          )}
          {ask.error && <p role="alert">{problemText(asProblem(ask.error))}</p>}
        </section>
      )}
    </Sheet>
  )
}
