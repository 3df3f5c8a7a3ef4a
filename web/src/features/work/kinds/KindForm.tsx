import { Checkbox, Form, Input, InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { ANSWERS, type Answer } from '../brief/answers'
import type { Kind } from '../requests/useKinds'
import { useAddKind, useChangeKind } from '../requests/useSaveKind'
import { FieldList } from './FieldList'
import styles from './Kinds.module.css'
import { hoursOf, minutesOf } from './periods'

interface Values {
  code: string
  name_zh: string
  name_en: string
  required: Answer[]
  fields: Partial<Schema<'CustomField'>>[]
  gap_hours: number
  limit_hours: number
  minimum_touches: number
  asks_lessons: boolean
  public_form: boolean
  is_open: boolean
}

interface Props {
  isOpen: boolean
  /** Absent for a new one. */
  kind: Kind | undefined
  onClose: () => void
}

const NEW: Partial<Values> = { required: ['who', 'when', 'what', 'standard'], fields: [], gap_hours: 15, limit_hours: 2, minimum_touches: 0, asks_lessons: false, public_form: false, is_open: true }

/** The kind everything without one gets; it stays open. */
const DEFAULT_KIND = 'task'

function valuesOf(kind: Kind): Partial<Values> {
  const { follow_up_gap_minutes, handoff_limit_minutes, closed_at, ...same } = kind
  return { ...same, gap_hours: hoursOf(follow_up_gap_minutes), limit_hours: hoursOf(handoff_limit_minutes), is_open: closed_at === null }
}

function fieldOf({ code = '', name_zh = '', name_en = '', type = 'text', choices, required = false }: Values['fields'][number]): Schema<'CustomField'> {
  return { code, name_zh, name_en, type, required, choices: type === 'choice' ? (choices ?? []) : [] }
}

function formOf({ gap_hours, limit_hours, fields, name_zh, name_en, required, minimum_touches, asks_lessons, public_form }: Values): Omit<Schema<'NewKindForm'>, 'code'> {
  return {
    name_zh,
    name_en,
    required,
    minimum_touches,
    asks_lessons,
    public_form,
    fields: fields.map(fieldOf),
    follow_up_gap_minutes: minutesOf(gap_hours),
    handoff_limit_minutes: minutesOf(limit_hours),
  }
}

/** What a kind asks for and how it is looked after. */
export function KindForm({ isOpen, kind, onClose }: Props) {
  const { t } = useTranslation('kinds')
  const { t: word } = useTranslation('work')
  const add = useAddKind()
  const change = useChangeKind()
  const submit = async (values: Values, key: string) => {
    const form = formOf(values)
    if (!kind) await add.mutateAsync({ form: { ...form, code: values.code }, key })
    else await change.mutateAsync({ kind, patch: { ...form, closed: kind.code === DEFAULT_KIND ? undefined : !values.is_open } })
    toast.success(t(kind ? 'changed' : 'added', { name: values.name_zh }))
  }
  const missing = (name: string) => [{ required: true, whitespace: true, message: t('missing', { name }) }]
  return (
    <FormDrawer<Values> title={kind ? t('edit', { name: kind.name }) : t('add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={kind ? valuesOf(kind) : NEW} wide>
      <div className={styles.pair}>
        <Form.Item name="name_zh" label={t('name_zh')} rules={missing(t('name_zh'))}>
          <Input autoFocus={!kind} maxLength={40} />
        </Form.Item>
        <Form.Item name="name_en" label={t('name_en')} rules={missing(t('name_en'))}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="code" label={t('code')} extra={t(kind ? 'code_fixed' : 'code_note')} rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{1,39}$/, message: t('code_wrong') }]}>
          <Input maxLength={40} disabled={kind !== undefined} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      </div>
      <Form.Item required label={t('required')} extra={t('required_note')}>
        {/* By itself: a group of checkboxes can't be marked as required. */}
        <Form.Item name="required" noStyle>
          <Checkbox.Group className={styles.answers} options={ANSWERS.map((value) => ({ value, label: word(`answer.${value}`) }))} />
        </Form.Item>
      </Form.Item>
      <div className={styles.pair}>
        <Hours name="gap_hours" label={t('gap')} />
        <Hours name="limit_hours" label={t('limit')} />
        <Form.Item name="minimum_touches" required label={t('minimum_touches')} extra={t('minimum_touches_note')}>
          <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Choice name="asks_lessons" label={t('asks_lessons')} note={t('asks_lessons_note')} />
      <Choice name="public_form" label={t('public_form')} note={t('public_form_note')} />
      <FieldList fixed={kind?.fields.map((field) => field.code) ?? []} />
      {kind && kind.code !== DEFAULT_KIND && <Choice name="is_open" label={t('is_open')} note={t('is_open_note')} />}
    </FormDrawer>
  )
}

function Hours({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('kinds')
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('missing', { name: label }) }]}>
      <InputNumber min={0.25} max={1600} step={0.5} suffix={t('working_hours')} style={{ width: '100%' }} />
    </Form.Item>
  )
}

function Choice({ name, label, note }: { name: string; label: string; note: string }) {
  return (
    <div className={styles.choice}>
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={label} />
      </Form.Item>
      <span>
        {label}
        <small>{note}</small>
      </span>
    </div>
  )
}
