import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useFormProblem } from '@/components/useFormProblem'
import { type Template, usePutTemplate, useResetTemplate } from '../requests/useTemplates'
import { inserted } from './inserted'
import { Preview } from './Preview'
import styles from './Templates.module.css'

interface Values {
  subject: string
  body: string
}
type Part = keyof Values

interface Props {
  template: Template
  onDone: () => void
}

/** Words with placeholders, and beside them what the receiver will see. */
export function TemplateEditor({ template, onDone }: Props) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm<Values>()
  const put = usePutTemplate()
  const reset = useResetTemplate()
  const { problem, show, clear } = useFormProblem(form)
  const [isAsking, setAsking] = useState(false)
  const [part, setPart] = useState<Part>('body')
  const typed = Form.useWatch([], form) as Values | undefined
  const words = { subject: typed?.subject ?? template.subject, body: typed?.body ?? template.body }

  const save = (values: Values) => {
    clear()
    const saved = () => {
      toast.success(t('templates.saved'))
      onDone()
    }
    put.mutate({ template, form: values }, { onSuccess: saved, onError: show })
  }
  const insert = (name: string) => {
    const field = document.getElementById(part)
    const at = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? (field.selectionStart ?? undefined) : undefined
    form.setFieldValue(part, inserted(words[part], `{${name}}`, at))
    field?.focus()
  }
  const backToDefault = async () => {
    await reset.mutateAsync(template)
    toast.success(t('templates.is_default_again'))
    onDone()
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ subject: template.subject, body: template.body }} onFinish={save}>
      {problem && <Alert type="error" title={problem} role="alert" className={styles.problem} />}
      {template.own && (
        <p className={styles.hint}>
          {t('templates.changed', { name: template.changed_by ?? '—' })} <RelativeTime at={template.changed_at} />
        </p>
      )}
      <Form.Item name="subject" id="subject" label={t('templates.subject')}>
        <Input id="subject" lang={template.language} onFocus={() => setPart('subject')} />
      </Form.Item>
      <Form.Item name="body" label={t('templates.body')}>
        <Input.TextArea id="body" lang={template.language} autoSize={{ minRows: 4, maxRows: 14 }} onFocus={() => setPart('body')} />
      </Form.Item>
      <Placeholders names={template.placeholders} onInsert={insert} />
      <Preview template={template} words={words} />
      <div className={styles.foot}>
        {template.own && <Button onClick={() => setAsking(true)}>{t('templates.back')}</Button>}
        <Button type="primary" htmlType="submit" loading={put.isPending}>
          {t('templates.save')}
        </Button>
      </div>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('templates.back_title')} act={t('templates.back')} isDangerous onConfirm={backToDefault}>
        <p>{t('templates.back_text')}</p>
        <p className={styles.quoted} lang={template.language}>
          {[template.default_subject, template.default_body].filter(Boolean).join('\n')}
        </p>
      </ConfirmDialog>
    </Form>
  )
}

function Placeholders({ names, onInsert }: { names: string[]; onInsert: (name: string) => void }) {
  const { t } = useTranslation('notify')
  return (
    <div className={styles.placeholders} role="group" aria-label={t('templates.placeholders')}>
      <span className={styles.hint}>{t('templates.placeholders')}</span>
      {names.map((name) => (
        <Button key={name} size="small" title={`{${name}}`} onClick={() => onInsert(name)}>
          {t(`placeholder.${name}`)}
        </Button>
      ))}
    </div>
  )
}
