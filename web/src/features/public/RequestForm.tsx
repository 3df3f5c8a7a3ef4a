import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { usePreferences } from '@/lib/preferences'
import { asProblem } from '@/lib/problem'
import { uuidv7 } from '@/lib/uuid'
import { Field } from './Field'
import styles from './Public.module.css'
import { useSendRequest } from './requests/useRequestForm'

interface Props {
  form: Schema<'PublicFormPage'>
  token: string
}

export function RequestForm({ form, token }: Props) {
  const { t } = useTranslation('public')
  const { language } = usePreferences()
  const problemText = useProblemText()
  const send = useSendRequest(token)
  // The same until it is taken, so that a second try after a lost answer makes nothing twice.
  const clientId = useRef(uuidv7())
  const [kind, setKind] = useState(form.kinds[0]?.code ?? '')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string) => String(typed.get(name) ?? '').trim()
    send.mutate(
      {
        client_id: clientId.current,
        kind,
        name: text('name'),
        phone: text('phone') || undefined,
        email: text('email') || undefined,
        location: text('location') || undefined,
        description: text('description'),
        website: text('website') || undefined,
      },
      // What was refused for its contents is another request when it is sent again.
      { onError: (error) => asProblem(error).status === 409 && (clientId.current = uuidv7()) },
    )
  }
  if (send.data) return <Taken answer={send.data} />
  const problem = send.error ? asProblem(send.error) : undefined
  const wrong = (field: string) => problem?.errors.find((each) => each.field === field)?.message
  return (
    <form className={styles.card} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{t('request.title')}</h1>
      {form.welcome && <p className={styles.welcome}>{form.welcome}</p>}
      {problem && problem.errors.length === 0 && (
        <p className={styles.wrong} role="alert">
          {problemText(problem)}
        </p>
      )}
      {form.kinds.length > 1 && (
        <fieldset className={styles.kinds}>
          <legend>{t('request.kind')}</legend>
          {form.kinds.map((each) => (
            <label key={each.code}>
              <input type="radio" name="kind" checked={each.code === kind} onChange={() => setKind(each.code)} />
              <span>{language === 'zh' ? each.name_zh : each.name_en}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Field name="description" label={t('request.description')} wrong={wrong('description')} isRequired>
        {(control) => <textarea {...control} rows={4} maxLength={2000} placeholder={t('request.description_hint')} />}
      </Field>
      <Field name="location" label={t('request.location')} wrong={wrong('location')}>
        {(control) => <input {...control} maxLength={120} placeholder={t('request.location_hint')} autoComplete="off" />}
      </Field>
      <Field name="name" label={t('request.name')} wrong={wrong('name')} isRequired>
        {(control) => <input {...control} maxLength={40} autoComplete="name" />}
      </Field>
      <Field name="phone" label={t('request.phone')} wrong={wrong('phone')} note={t('request.phone_note')}>
        {(control) => <input {...control} type="tel" inputMode="tel" maxLength={30} autoComplete="tel" />}
      </Field>
      <Field name="email" label={t('request.email')} wrong={wrong('email')}>
        {(control) => <input {...control} type="email" maxLength={120} autoComplete="email" />}
      </Field>
      <div className={styles.trap} aria-hidden>
        <label>
          Website
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <button type="submit" className={styles.button} disabled={send.isPending}>
        {t(send.isPending ? 'request.sending' : 'request.send')}
      </button>
      <p className={styles.soft}>{t('request.privacy')}</p>
    </form>
  )
}

function Taken({ answer }: { answer: Schema<'PublicRequestAnswer'> }) {
  const { t } = useTranslation('public')
  return (
    <section className={styles.taken} role="status">
      <svg viewBox="0 0 64 64" aria-hidden>
        <circle cx="32" cy="32" r="28" />
        <path d="M19 33l9 9 17-19" />
      </svg>
      <h1>{t('taken.title')}</h1>
      {answer.number && (
        <p>
          {t('taken.number')} <strong>{answer.number}</strong>
        </p>
      )}
      <p className={styles.soft}>{t('taken.text')}</p>
      {answer.status_path && (
        <a className={styles.button} href={answer.status_path}>
          {t('taken.follow')}
        </a>
      )}
    </section>
  )
}
