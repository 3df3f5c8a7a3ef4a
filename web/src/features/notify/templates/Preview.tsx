import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useDebounced } from '@/lib/useDebounced'
import { TrialOutcome } from '../channels/TrialOutcome'
import { type Template, usePreview, useTryTemplate } from '../requests/useTemplates'
import styles from './Templates.module.css'

interface Props {
  template: Template
  words: { subject: string; body: string }
}

const PAUSE = 400

/** The message with made-up values, while it is being written; and on request in one's own mailbox. */
export function Preview({ template: { event, channel, language }, words }: Props) {
  const { t } = useTranslation('notify')
  const problemText = useProblemText()
  const subject = useDebounced(words.subject, PAUSE)
  const body = useDebounced(words.body, PAUSE)
  const form = { event, channel, language, subject, body }
  const { data, error } = usePreview(form)
  const trial = useTryTemplate()
  return (
    <section className={styles.preview} aria-label={t('templates.preview')}>
      <div className={styles.previewHead}>
        <strong>{t('templates.preview')}</strong>
        <Button size="small" loading={trial.isPending} onClick={() => trial.mutate(form)}>
          {t('templates.try')}
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
    </section>
  )
}
