import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { OnceOpened } from '@/components/OnceOpened'
import styles from '../Customer.module.css'
import { type Contact, useRemoveContact } from '../requests/useContacts'
import type { Customer } from '../requests/useCustomer'

const ContactForm = lazy(async () => ({ default: (await import('./ContactForm')).ContactForm }))

/** The people at the customer, reached with one touch. */
export function Contacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const [editing, setEditing] = useState<Contact | 'new'>()
  const [removing, setRemoving] = useState<Contact>()
  const remove = useRemoveContact(customer.id)
  const add = customer.may_manage && (
    <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('contact.add')}
    </Button>
  )
  return (
    <Card title={t('contact.title')} extra={add} flush>
      {customer.contacts.length === 0 && <p className={styles.none}>{t('contact.none')}</p>}
      <ul className={styles.people}>
        {customer.contacts.map((contact) => (
          <ContactLine key={contact.id} contact={contact} onEdit={customer.may_manage ? () => setEditing(contact) : undefined} onRemove={() => setRemoving(contact)} />
        ))}
      </ul>
      <OnceOpened isOpen={editing !== undefined}>
        <ContactForm key={editing === 'new' ? 'new' : editing?.id} customerId={customer.id} contact={editing === 'new' ? undefined : editing} isOpen={editing !== undefined} onClose={() => setEditing(undefined)} />
      </OnceOpened>
      <ConfirmDialog isOpen={removing !== undefined} title={t('contact.remove_title', { name: removing?.name })} act={t('contact.remove')} isDangerous onConfirm={async () => removing && (await remove.mutateAsync(removing))} onClose={() => setRemoving(undefined)}>
        {t('contact.remove_text')}
      </ConfirmDialog>
    </Card>
  )
}

interface LineProps {
  contact: Contact
  /** Absent for who may only look. */
  onEdit?: () => void
  onRemove: () => void
}

function ContactLine({ contact, onEdit, onRemove }: LineProps) {
  const { t } = useTranslation('customer')
  return (
    <li>
      <div>
        <h3>
          {contact.name}
          {contact.title && <small>{contact.title}</small>}
        </h3>
        <p>
          {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        </p>
        <p>
          {contact.decision_role !== 'unknown' && <span>{t(`role.${contact.decision_role}`)}</span>}
          {contact.preferred_channel && <span>{t('contact.prefers', { channel: t(`channel.${contact.preferred_channel}`) })}</span>}
          {contact.birthday && <span>{t('contact.born', { date: contact.birthday })}</span>}
        </p>
        {contact.note && <p>{contact.note}</p>}
      </div>
      {onEdit && (
        <span className={styles.acts}>
          <Button type="text" icon={<EditOutlined />} aria-label={t('contact.edit_named', { name: contact.name })} onClick={onEdit} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('contact.remove_named', { name: contact.name })} onClick={onRemove} />
        </span>
      )}
    </li>
  )
}
