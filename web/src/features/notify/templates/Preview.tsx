import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useDebounced } from '@/lib/useDebounced'
import { TrialOutcome } from '../channels/TrialOutcome'
import { type Template, usePreview, useTryTemplate } from '../requests/useTemplates'
import type { Channel } from '../words'
import styles from './Templates.module.css'

interface Props {
  template: Template
  words: { subject: string; body: string }
}

const PAUSE = 400

/** A wording is tried where it will be read; of the inbox and of browsers it comes as a mail. */
const wayOf = (channel: Channel) => (channel === 'sms' ? 'phone' : channel === 'email' || channel === 'in_app' || channel === 'push' ? 'mailbox' : 'group')

/** The message with made-up values, while it is being written; and on request by its own channel. */
export function Preview({ template: { event, channel, language }, words }: Props) {
  const { t } = useTranslation('notify')
  const problemText = useProblemText()
  const subject = useDebounced(words.subject, PAUSE)
  const body = useDebounced(words.body, PAUSE)
  const form = { event, channel, language, subject, body }
  const { data, error } = usePreview(form)
  const trial = useTryTemplate()
  const [isAsking, setAsking] = useState(false)
  const isGroup = wayOf(channel) === 'group'
  return (
    <section className={styles.preview} aria-label={t('templates.preview')}>
      <div className={styles.previewHead}>
        <strong>{t('templates.preview')}</strong>
        <Button size="small" loading={trial.isPending} onClick={() => (isGroup ? setAsking(true) : trial.mutate(form))}>
          {t(`templates.try_${wayOf(channel)}`)}
        </Button>
      </div>
      {error ? (
        <Alert type="error" title={asProblem(error).errors.map(({ message }) => message).join(' ') || problemText(asProblem(error))} />
      ) : (
        <div lang={language}>
          {data?.subject && <p className={styles.subject}>{data.subject}</p>}
          <p className={styles.body}>{data?.body}</p>
        </div>
      )}
      <div role="status" className={styles.outcome}>
        {trial.data && <TrialOutcome trial={trial.data} />}
        {trial.error && <Alert type="error" title={problemText(asProblem(trial.error))} />}
      </div>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('templates.try_group')} act={t('templates.try_group_act')} onConfirm={() => trial.mutateAsync(form)}>
        {t('templates.try_group_text')}
      </ConfirmDialog>
    </section>
  )
}
