import { Checkbox, Form, Input, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { useClearing } from '@/components/useClearing'
import type { Schema } from '@/lib/api-types'
import { type AccountKind, type ChannelAccount, useAddAccount, useChangeAccount } from '../requests/useChannelAccounts'
import styles from './Channels.module.css'
import { asked, filled, isSwitch, usualOf, type Values } from './settings'

interface Props {
  isOpen: boolean
  onClose: () => void
  kind: AccountKind | undefined
  /** Without it a new one is added. */
  account?: ChannelAccount
}

interface AccountValues {
  name: string
  settings?: Values
  secrets?: Values
  /** Secrets to be taken away. */
  forgotten?: Record<string, boolean | undefined>
  events?: string[]
  enabled: boolean
}

/** The form of an account, built from what its kind is asked for. */
export function AccountDrawer({ isOpen, onClose, kind, account }: Props) {
  const { t } = useTranslation('notify')
  const add = useAddAccount()
  const change = useChangeAccount()
  if (!kind) return null
  const submit = (values: AccountValues, key: string) => {
    const names = asked(kind.settings, values.settings?.provider).map(({ name }) => name)
    const events = kind.events.length > 0 ? { events: values.events ?? [] } : {}
    const common = { name: values.name, settings: filled(values.settings, names), enabled: values.enabled, ...events }
    const secrets = filled(values.secrets, names)
    if (!account) return add.mutateAsync({ form: { ...common, channel: kind.channel, secrets }, key })
    const forgotten = Object.entries(values.forgotten ?? {}).flatMap(([name, isForgotten]) => (isForgotten ? [[name, '']] : []))
    return change.mutateAsync({ account, patch: { ...common, secrets: { ...Object.fromEntries(forgotten), ...secrets } } })
  }
  // What a whole group will see is chosen one by one.
  const usualEvents = kind.channel === 'webhook' ? kind.events : []
  const initialValues = account ? { name: account.name, settings: account.settings, events: account.events, enabled: account.enabled } : { settings: usualOf(kind.settings), events: usualEvents, enabled: true }
  const channel = t(`channel.${kind.channel}`)
  return (
    <FormDrawer<AccountValues> title={t(account ? 'channels.edit_title' : 'channels.add_title', { channel })} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={initialValues}>
      <p className={styles.hint}>{t(`channel_note.${kind.channel}`)}</p>
      <Form.Item name="name" label={t('channels.name')} rules={[{ required: true, whitespace: true, message: t('channels.name_missing') }]} extra={t('channels.name_hint')}>
        <Input />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, now) => before.settings?.provider !== now.settings?.provider}>
        {({ getFieldValue }) => asked(kind.settings, getFieldValue(['settings', 'provider'])).map((setting) => <SettingField key={setting.name} setting={setting} channel={kind.channel} isSet={account?.secrets_set.includes(setting.name) ?? false} />)}
      </Form.Item>
      {kind.events.length > 0 && (
        <Form.Item name="events" label={t('channels.events')} extra={t(kind.channel === 'webhook' ? 'channels.events_webhook' : 'channels.events_group')}>
          <Checkbox.Group className={styles.events} options={kind.events.map((event) => ({ value: event, label: t(`event.${event}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="enabled" label={t('channels.enabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  )
}

interface FieldProps {
  setting: Schema<'SettingView'>
  channel: Schema<'Channel'>
  isSet: boolean
}

function SettingField({ setting, channel, isSet }: FieldProps) {
  const { t, i18n } = useTranslation('notify')
  const clearing = useClearing()
  const { name, required, secret, words } = setting
  // A robot's address and a gateway's are not asked for in the same words.
  const key = [`setting.${channel}_${name}`, `setting.${name}`].find((each) => i18n.exists(`${each}.label`, { ns: 'notify' }))
  const label = key ? t(`${key}.label`) : name
  const hint = key && i18n.exists(`${key}.hint`, { ns: 'notify' }) ? t(`${key}.hint`) : undefined
  const rules = [{ required: required && !isSet, whitespace: true, message: t('setting.missing', { label }) }]
  if (secret) return <SecretField name={name} label={label} hint={hint} rules={rules} isSet={isSet} isOptional={!required} />
  if (isSwitch(setting)) {
    return (
      <Form.Item name={['settings', name]} label={label} extra={hint} valuePropName="checked" getValueProps={(value) => ({ checked: value === 'true' })} getValueFromEvent={(on: boolean) => String(on)}>
        <Switch />
      </Form.Item>
    )
  }
  return (
    <Form.Item name={['settings', name]} label={label} extra={hint} rules={rules} required={required}>
      {words.length > 0 ? <Select options={words.map((word) => ({ value: word, label: t(`word.${word}`) }))} allowClear={!required && clearing} /> : <Input autoComplete="off" />}
    </Form.Item>
  )
}

interface SecretProps {
  name: string
  label: string
  hint: string | undefined
  rules: { required: boolean; whitespace: boolean; message: string }[]
  isSet: boolean
  isOptional: boolean
}

/** Written and never read back. */
function SecretField({ name, label, hint, rules, isSet, isOptional }: SecretProps) {
  const { t } = useTranslation('notify')
  return (
    <>
      <Form.Item name={['secrets', name]} label={label} extra={isSet ? t('channels.secret_kept') : hint} rules={rules}>
        <Input.Password autoComplete="new-password" placeholder={isSet ? t('channels.secret_set') : undefined} />
      </Form.Item>
      {isSet && isOptional && (
        <Form.Item name={['forgotten', name]} valuePropName="checked" className={styles.forget}>
          <Checkbox>{t('channels.secret_forget', { label })}</Checkbox>
        </Form.Item>
      )}
    </>
  )
}
