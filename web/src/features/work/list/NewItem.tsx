import { Form, Input, Select, Switch } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { DateTimeField } from '@/components/DateTimeField'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { PeopleSelect } from '@/components/PeopleSelect'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useMay, useSession } from '@/lib/session'
import { type NewWorkItem, useCreateItem } from '../requests/useCreateItem'
import { BriefFields } from '../brief/BriefFields'
import { saidAnswers } from '../brief/said'
import { type Kind, useKinds } from '../requests/useKinds'
import styles from './List.module.css'

type Values = Omit<NewWorkItem, 'importance'> & { importance?: string }

interface Props {
  isOpen: boolean
  onClose: () => void
  onCreated: (item: Schema<'WorkItemView'>) => void
  parentId?: string
  /** The done item this one follows from. */
  followOnOf?: string
}

/** Nothing the person left empty is sent: the server has the better defaults. */
function formOf({ importance, requester, brief, custom, ...values }: Values, isDraft: boolean): NewWorkItem {
  const asked = requester && Object.values(requester).some(Boolean) ? requester : undefined
  return {
    ...values,
    ...(isDraft && { draft: true, handler_id: undefined }),
    requester: asked,
    importance: importance ? Number(importance) : undefined,
    ...saidAnswers({ brief, custom }),
  }
}

export function NewItem({ isOpen, onClose, onCreated, parentId, followOnOf }: Props) {
  const { t } = useTranslation('work')
  const { t: word } = useTranslation('followup')
  const { kinds, kindOf } = useKinds()
  const { user } = useSession()
  const mayAssign = useMay('work.assign')
  const create = useCreateItem()
  const [isDraft, setDraft] = useState(false)
  const me = user.employee_id ? { id: user.employee_id, name: user.name } : undefined
  const submit = async (values: Values, key: string) => {
    const item = await create.mutateAsync({ form: { ...formOf(values, isDraft), parent_id: parentId, follow_on_of: followOnOf }, key })
    setDraft(false)
    toast.success(t('new.created', { number: item.number }))
    onCreated(item)
  }
  return (
    <FormDrawer<Values> title={t(followOnOf ? 'new.follow_on_title' : parentId ? 'new.sub_title' : 'new.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={{ kind: 'task', importance: '2', owner_id: me?.id, handler_id: me?.id }} draft={['new-item', parentId ?? followOnOf].filter(Boolean).join('/')} submitText={t(isDraft ? 'new.submit_draft' : 'new.submit')} wide>
      <Form.Item name="title" label={t('field.title')} rules={[{ required: true, whitespace: true, message: t('new.title_missing') }]}>
        <Input autoFocus maxLength={200} placeholder={t('new.title_hint')} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="kind" required label={t('field.kind')}>
          <Select options={kinds.map((kind) => ({ value: kind.code, label: kind.name }))} />
        </Form.Item>
        <OfKind kindOf={kindOf}>{(kind) => <DueField isNeeded={!isDraft && kind?.required.includes('when') === true} />}</OfKind>
        <Form.Item name="owner_id" required label={t('field.owner')} extra={mayAssign ? t('new.owner_hint') : t('new.owner_fixed')}>
          <PersonSelect known={me} disabled={!mayAssign} allowClear={false} />
        </Form.Item>
        <Form.Item name="handler_id" required label={t('field.handler')} extra={t('new.handler_hint')}>
          <PersonSelect known={me} allowClear={false} disabled={isDraft} />
        </Form.Item>
      </div>
      <div className={styles.draft}>
        <Switch id="new-item-draft" checked={isDraft} onChange={setDraft} />
        <label htmlFor="new-item-draft">{t('new.draft')}</label>
        <small>{t('new.draft_hint')}</small>
      </div>
      <Form.Item name="importance" required label={t('field.importance')}>
        <ChipChoice label={t('field.importance')} options={['1', '2', '3', '4'].map((value) => ({ value, text: word(`importance.${value}`) }))} />
      </Form.Item>
      <OfKind kindOf={kindOf}>{(kind) => <BriefFields kind={kind} isDraft={isDraft} />}</OfKind>
      <Form.Item name="description" label={t('field.description')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} placeholder={t('new.description_hint')} maxLength={20000} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name={['requester', 'name']} label={t('field.requester')}>
          <Input maxLength={100} placeholder={t('new.requester_hint')} />
        </Form.Item>
        <Form.Item name={['requester', 'phone']} label={t('field.phone')}>
          <Input type="tel" maxLength={40} />
        </Form.Item>
        <Form.Item name="location" label={t('field.location')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="start_at" label={t('field.start_at')}>
          <DateTimeField />
        </Form.Item>
      </div>
      <Form.Item name="participant_ids" label={t('field.participants')} extra={t('new.participants_hint')}>
        <PeopleSelect />
      </Form.Item>
      <Form.Item name="tags" label={t('field.tags')}>
        <Select mode="tags" tokenSeparators={[',', '，', '、']} open={false} suffixIcon={null} placeholder={t('new.tags_hint')} maxCount={20} />
      </Form.Item>
    </FormDrawer>
  )
}

/** What depends on the kind that is chosen now. */
function OfKind({ kindOf, children }: { kindOf: (code: string | undefined) => Kind | undefined; children: (kind: Kind | undefined) => ReactNode }) {
  return children(kindOf(Form.useWatch<string>('kind')))
}

function DueField({ isNeeded }: { isNeeded: boolean }) {
  const { t } = useTranslation('work')
  return (
    <Form.Item name="due_at" label={t('field.due_at')} required={isNeeded} rules={isNeeded ? [{ required: true, message: t('new.due_missing') }] : []}>
      <DateTimeField futureOnly />
    </Form.Item>
  )
}
