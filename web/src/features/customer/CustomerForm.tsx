import { AutoComplete, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { changesOf } from '@/lib/changes'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import styles from './Customer.module.css'
import { CustomerSelect } from './CustomerSelect'
import type { Customer } from './requests/useCustomer'
import { useWordsInUse } from './requests/useCustomers'
import { useAddCustomer, useChangeCustomer } from './requests/useSaveCustomer'
import { STATES, TIERS } from './words'

interface Facts {
  number?: string
  name?: string
  tier?: Schema<'Tier'>
  state?: Schema<'CustomerState'>
  industry?: string
  region?: string
  address?: string
  parent_id?: string
  note?: string
}
interface Values extends Facts {
  account_manager_id?: string
  contact?: { name?: string; title?: string; phone?: string }
  despite_duplicates?: boolean
}

interface Props {
  isOpen: boolean
  onClose: () => void
  /** The one to change; a new one without it. */
  customer?: Customer
  onAdded?: (customer: Customer) => void
}

function factsOf({ number, name, tier, state, industry, region, address, parent_id, note }: Customer): Facts {
  return { number, name, tier, state, industry: industry ?? undefined, region: region ?? undefined, address: address ?? undefined, parent_id: parent_id ?? undefined, note: note ?? undefined }
}

const newOne: Values = { tier: 'ordinary', state: 'active' }
const options = (words: string[]) => words.map((value) => ({ value }))
const matches = (typed: string, option?: { value: string }) => option?.value.includes(typed.trim()) ?? false

/** A customer's facts; a new one comes with its first contact. Looks like another one? Then it says so and asks. */
export function CustomerForm({ isOpen, onClose, customer, onAdded }: Props) {
  const { t } = useTranslation('customer')
  const { user } = useSession()
  const { data: words } = useWordsInUse()
  const add = useAddCustomer()
  const change = useChangeCustomer()
  const [asksAboutLikeness, setAsks] = useState(false)

  const send = async ({ account_manager_id, contact, despite_duplicates, ...facts }: Values, key: string) => {
    if (customer) {
      await change.mutateAsync({ customer, patch: { ...changesOf(factsOf(customer), facts), despite_duplicates } as Schema<'CustomerPatch'> })
      return toast.success(t('form.saved'))
    }
    const contacts = contact?.name || contact?.phone ? [{ ...contact, name: contact.name || t('field.contact') }] : []
    const form = { ...facts, account_manager_id, despite_duplicates, contacts } as Schema<'NewCustomerForm'>
    const added = await add.mutateAsync({ form, key })
    toast.success(t('form.added', { name: added.name, number: added.number }))
    onAdded?.(added)
  }
  const submit = async (values: Values, key: string) => {
    try {
      await send(values, key)
    } catch (error) {
      if (asProblem(error).code.startsWith('customer.looks_like')) setAsks(true)
      throw error
    }
  }
  return (
    <FormDrawer<Values> title={t(customer ? 'form.edit' : 'form.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={customer ? factsOf(customer) : newOne} draft={customer ? undefined : 'new-customer'}>
      {asksAboutLikeness && (
        <Form.Item name="despite_duplicates" valuePropName="checked">
          <Checkbox>{t('form.despite_duplicates')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('form.name_missing') }]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="tier" label={t('field.tier')} required>
          <Select options={TIERS.map((value) => ({ value, label: t(`tier.${value}`) }))} />
        </Form.Item>
        <Form.Item name="state" label={t('field.state')} required>
          <Select options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} />
        </Form.Item>
        <Form.Item name="industry" label={t('field.industry')}>
          <AutoComplete options={options(words?.industries ?? [])} showSearch={{ filterOption: matches }} maxLength={60} />
        </Form.Item>
        <Form.Item name="region" label={t('field.region')}>
          <AutoComplete options={options(words?.regions ?? [])} showSearch={{ filterOption: matches }} maxLength={60} />
        </Form.Item>
        <Form.Item name="address" label={t('field.address')} className={styles.whole}>
          <Input maxLength={200} />
        </Form.Item>
        {!customer && (
          <>
            <Form.Item name={['contact', 'name']} label={t('field.contact')}>
              <Input maxLength={60} placeholder={t('form.contact_hint')} />
            </Form.Item>
            <Form.Item name={['contact', 'phone']} label={t('field.phone')}>
              <Input type="tel" maxLength={60} />
            </Form.Item>
            <Form.Item name="account_manager_id" label={t('field.account_manager')} className={styles.whole} extra={t('form.manager_hint')}>
              <PersonSelect placeholder={user.name} />
            </Form.Item>
          </>
        )}
        <Form.Item name="parent_id" label={t('field.parent')}>
          <CustomerSelect known={customer?.parent_id ? { id: customer.parent_id, name: customer.parent_name ?? '' } : undefined} without={customer?.id} />
        </Form.Item>
        <Form.Item name="number" label={t('field.number')} rules={customer ? [{ required: true, whitespace: true, message: t('form.number_missing') }] : []}>
          <Input maxLength={40} placeholder={customer ? undefined : t('form.number_hint')} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('field.note')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
    </FormDrawer>
  )
}
