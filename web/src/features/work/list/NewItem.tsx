import { Form, Input, Select } from 'antd'
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
import { useKinds } from '../requests/useKinds'
import styles from './List.module.css'

type Values = Omit<NewWorkItem, 'importance'> & { importance?: string }

interface Props {
  isOpen: boolean
  onClose: () => void
  onCreated: (item: Schema<'WorkItemView'>) => void
  parentId?: string
}

/** Nothing the person left empty is sent: the server has the better defaults. */
function formOf({ importance, requester, ...values }: Values, parentId: string | undefined): NewWorkItem {
  const asked = requester && Object.values(requester).some(Boolean) ? requester : undefined
  return { ...values, requester: asked, importance: importance ? Number(importance) : undefined, parent_id: parentId }
}

export function NewItem({ isOpen, onClose, onCreated, parentId }: Props) {
  const { t } = useTranslation('work')
  const { t: word } = useTranslation('followup')
  const { kinds } = useKinds()
  const { user } = useSession()
  const mayAssign = useMay('work.assign')
  const create = useCreateItem()
  const me = user.employee_id ? { id: user.employee_id, name: user.name } : undefined
  const submit = async (values: Values, key: string) => {
    const item = await create.mutateAsync({ form: formOf(values, parentId), key })
    toast.success(t('new.created', { number: item.number }))
    onCreated(item)
  }
  return (
    <FormDrawer<Values> title={t(parentId ? 'new.sub_title' : 'new.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={{ kind: 'task', importance: '2', owner_id: me?.id, handler_id: me?.id }} draft={parentId ? `new-item/${parentId}` : 'new-item'} submitText={t('new.submit')} wide>
      <Form.Item name="title" label={t('field.title')} rules={[{ required: true, whitespace: true, message: t('new.title_missing') }]}>
        <Input autoFocus maxLength={200} placeholder={t('new.title_hint')} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="kind" required label={t('field.kind')}>
          <Select options={kinds.map((kind) => ({ value: kind.code, label: kind.name }))} />
        </Form.Item>
        <Form.Item name="due_at" label={t('field.due_at')}>
          <DateTimeField futureOnly />
        </Form.Item>
        <Form.Item name="owner_id" required label={t('field.owner')} extra={mayAssign ? t('new.owner_hint') : t('new.owner_fixed')}>
          <PersonSelect known={me} disabled={!mayAssign} allowClear={false} />
        </Form.Item>
        <Form.Item name="handler_id" required label={t('field.handler')} extra={t('new.handler_hint')}>
          <PersonSelect known={me} allowClear={false} />
        </Form.Item>
      </div>
      <Form.Item name="importance" required label={t('field.importance')}>
        <ChipChoice label={t('field.importance')} options={['1', '2', '3', '4'].map((value) => ({ value, text: word(`importance.${value}`) }))} />
      </Form.Item>
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
