import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { usePreferences } from '@/lib/preferences'
import { asProblem } from '@/lib/problem'
import { exact, relative, short } from '@/lib/time'
import { useNow } from '@/lib/useNow'
import { Answers } from './Answers'
import styles from './Public.module.css'
import { useStatus } from './requests/useStatus'
import { Sheet, Trouble, Waiting } from './Sheet'

type Status = Schema<'PublicStatusView'>

/** How far a request is, for whoever made it. */
export function StatusPage() {
  const { t } = useTranslation('public')
  const { token = '' } = useParams()
  const problemText = useProblemText()
  const { data: status, error, isPending, refetch } = useStatus(token)
  const problem = error ? asProblem(error) : undefined
  return (
    <Sheet title={t('status.page')} organization={status?.organization}>
      {isPending && <Waiting />}
      {!status && problem && <Trouble title={t(problem.status === 404 ? 'status.unknown' : 'trouble')} text={problemText(problem)} onRetry={problem.status === 404 ? undefined : () => void refetch()} />}
      {status && <Shown status={status} token={token} />}
    </Sheet>
  )
}

function Shown({ status, token }: { status: Status; token: string }) {
  const { t } = useTranslation('public')
  const { language } = usePreferences()
  const now = useNow()
  const zone = status.time_zone
  const isOver = status.stage === 'done' || status.stage === 'ended'
  return (
    <>
      <section className={styles.hero} data-stage={status.stage}>
        <p className={styles.number}>
          {language === 'zh' ? status.kind_zh : status.kind_en} <span>{status.number}</span>
        </p>
        <h1>{t(`stage.${status.stage}`)}</h1>
        <p title={exact(status.since, language, zone)}>{t(isOver ? 'status.ended' : 'status.since', { time: short(status.since, language, zone, now), ago: relative(status.since, language, zone, now) })}</p>
        <dl>
          {status.next_step_at && (
            <div>
              <dt>{t('status.next')}</dt>
              <dd>{short(status.next_step_at, language, zone, now)}</dd>
            </div>
          )}
          {(status.department ?? status.handler) && (
            <div>
              <dt>{t('status.with')}</dt>
              <dd>{[status.department, status.handler].filter(Boolean).join(' · ')}</dd>
            </div>
          )}
        </dl>
        {!isOver && !status.next_step_at && <p className={styles.soft}>{t('status.next_soon')}</p>}
      </section>
      <Answers status={status} token={token} />
      {status.messages.length > 0 && (
        <section className={styles.card} aria-labelledby="messages">
          <h2 id="messages">{t('status.messages')}</h2>
          <ol className={styles.thread}>
            {status.messages.map((message) => (
              <li key={message.at + message.text} className={message.from_requester ? styles.mine : undefined}>
                <small>
                  {message.from_requester ? t('status.you') : status.organization} · {short(message.at, language, zone, now)}
                </small>
                <p>{message.text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className={styles.card} aria-labelledby="steps">
        <h2 id="steps">{t('status.steps')}</h2>
        <ol className={styles.steps}>
          {status.steps.toReversed().map((step) => (
            <li key={step.at + step.stage} data-stage={step.stage}>
              <span>{t(`stage.${step.stage}`)}</span>
              <time dateTime={step.at}>{short(step.at, language, zone, now)}</time>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
