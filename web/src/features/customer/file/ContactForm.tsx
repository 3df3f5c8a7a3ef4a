import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import { useClearing } from '@/components/useClearing'
import type { Schema } from '@/lib/api-types'
import { changesOf } from '@/lib/changes'
import styles from '../Customer.module.css'
import { type Contact, useAddContact, useChangeContact } from '../requests/useContacts'
import { CHANNELS, ROLES } from '../words'

type Values = { [Field in keyof Schema<'NewContactForm'>]?: Exclude<Schema<'NewContactForm'>[Field], null> }

interface Props {
  customerId: string
  /** The one to change; a new one without it. */
  contact?: Contact
  isOpen: boolean
  onClose: () => void
}

function valuesOf({ name, title, phone, email, decision_role, preferred_channel, birthday, note }: Contact): Values {
  const filled = Object.entries({ name, title, phone, email, decision_role, preferred_channel, birthday, note }).map(([key, value]) => [key, value ?? undefined])
  return Object.fromEntries(filled) as Values
}

export function ContactForm({ customerId, contact, isOpen, onClose }: Props) {
  const { t } = useTranslation('customer')
  const clearing = useClearing()
  const add = useAddContact(customerId)
  const change = useChangeContact(customerId)
  const submit = async (values: Values, key: string) => {
    if (contact) await change.mutateAsync({ contact, patch: changesOf(valuesOf(contact), values) as Schema<'ContactPatch'> })
    else await add.mutateAsync({ form: values as Schema<'NewContactForm'>, key })
    toast.success(t('form.saved'))
  }
  return (
    <FormDrawer<Values> title={t(contact ? 'contact.edit' : 'contact.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={contact ? valuesOf(contact) : { decision_role: 'unknown' }}>
      <div className={styles.pair}>
        <Form.Item name="name" label={t('field.person')} rules={[{ required: true, whitespace: true, message: t('contact.name_missing') }]}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="title" label={t('field.title')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="phone" label={t('field.phone')}>
          <Input type="tel" maxLength={60} />
        </Form.Item>
        <Form.Item name="email" label={t('field.email')}>
          <Input type="email" maxLength={200} />
        </Form.Item>
        <Form.Item name="decision_role" label={t('field.decision_role')} required>
          <Select options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="preferred_channel" label={t('field.preferred_channel')}>
          <Select allowClear={clearing} options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))} />
        </Form.Item>
        <Form.Item name="birthday" label={t('field.birthday')}>
          <DateField />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('field.note')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
    </FormDrawer>
  )
}
