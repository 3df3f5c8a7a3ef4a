import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../requests/useKinds'
import { WRITTEN, type Written } from './answers'
import styles from './Brief.module.css'
import { CustomField, useFieldName } from './CustomField'
import { PointsField, saidPoints } from './PointsField'

interface Props {
  kind: Kind | undefined
  /** A draft may lack whatever it lacks. */
  isDraft: boolean
}

/** The answers a kind asks for, in a form; the others behind one line, for who wants to say more. */
export function BriefFields({ kind, isDraft }: Props) {
  const { t } = useTranslation('work')
  const nameOf = useFieldName()
  const needed = WRITTEN.filter((answer) => kind?.required.includes(answer))
  const others = WRITTEN.filter((answer) => !needed.includes(answer))
  const fields = kind?.fields ?? []
  const mustSay = (name: string) => (isDraft ? [] : [{ required: true, whitespace: true, message: t('brief.field_missing', { name }) }])
  return (
    <>
      {needed.map((answer) => (
        <AnswerField key={answer} answer={answer} isNeeded={!isDraft} />
      ))}
      {fields.length > 0 && (
        <div className={styles.pair}>
          {fields.map((field) => (
            <Form.Item key={field.code} name={['custom', field.code]} label={nameOf(field)} required={field.required} rules={field.required ? mustSay(nameOf(field)) : []}>
              <CustomField field={field} />
            </Form.Item>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t('brief.unfold', { answers: others.map((answer) => t(`answer.${answer}`)).join(t('list_separator')) })}</summary>
          {others.map((answer) => (
            <AnswerField key={answer} answer={answer} isNeeded={false} />
          ))}
        </details>
      )}
    </>
  )
}

function AnswerField({ answer, isNeeded }: { answer: Written; isNeeded: boolean }) {
  const { t } = useTranslation('work')
  const message = t('brief.field_missing', { name: t(`answer.${answer}`) })
  const name = ['brief', answer]
  const label = t(`answer.${answer}`)
  if (answer === 'standard') {
    const oneAtLeast = { validator: (_rule: unknown, points?: string[]) => (saidPoints(points).length > 0 ? Promise.resolve() : Promise.reject(new Error(message))) }
    return (
      <Form.Item name={name} label={label} required={isNeeded} rules={isNeeded ? [oneAtLeast] : []} extra={t('brief.standard_note')}>
        <PointsField />
      </Form.Item>
    )
  }
  return (
    <Form.Item name={name} label={label} required={isNeeded} rules={isNeeded ? [{ required: true, whitespace: true, message }] : []}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} placeholder={t(`brief.hint.${answer}`)} />
    </Form.Item>
  )
}
