import { Alert, Button, Form } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from '@/lib/uuid'
import styles from './FormDrawer.module.css'
import { useFormDraft } from './useFormDraft'
import { useFormProblem } from './useFormProblem'

interface Props<Values> {
  onClose: () => void
  onSubmit: (values: Values, idempotencyKey: string) => Promise<unknown>
  initialValues?: Partial<Values>
  draft?: string
  submitText?: string
  /** Stands in the page instead of filling a drawer. */
  isInline?: boolean
  /** Comes into sight when it appears. */
  scrollsIntoView?: boolean
  children: ReactNode
}

/** The form of a FormDrawer, which explains the rest, for places that are no drawer. */
export function FormPanel<Values extends object>({ onClose, onSubmit, initialValues, draft, submitText, isInline = false, scrollsIntoView = false, children }: Props<Values>) {
  const { t } = useTranslation('common')
  const [form] = Form.useForm<Values>()
  const [isSending, setSending] = useState(false)
  const idempotencyKey = useRef(uuidv7())
  const { problem, show, clear } = useFormProblem(form)
  const kept = useFormDraft(form, draft)
  const foot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scrollsIntoView) foot.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [scrollsIntoView])

  const submit = async (values: Values) => {
    setSending(true)
    clear()
    try {
      await onSubmit(values, idempotencyKey.current)
      kept.forget()
      onClose()
    } catch (error) {
      show(error)
    } finally {
      setSending(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
    if (isInline && event.key === 'Escape' && !event.defaultPrevented) onClose()
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className={isInline ? `${styles.form} ${styles.inline}` : styles.form}
      initialValues={initialValues}
      requiredMark="optional"
      scrollToFirstError={{ focus: true }}
      onFinish={(values) => void submit(values)}
      onValuesChange={kept.remember}
      onKeyDown={onKeyDown}
    >
      <div className={styles.fields}>
        {kept.isRestored && <Alert type="info" title={t('draft.restored')} action={<Button size="small" onClick={kept.discard}>{t('draft.discard')}</Button>} className={styles.notice} />}
        {problem && <Alert type="error" title={problem} role="alert" className={styles.notice} />}
        {children}
      </div>
      <div ref={foot} className={styles.foot}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {submitText ?? t('action.save')}
        </Button>
      </div>
    </Form>
  )
}
