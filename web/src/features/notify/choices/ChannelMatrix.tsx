import { LockOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import type { Choices } from '../requests/useChoices'
import { type Channel, kinds } from '../words'
import styles from './Choices.module.css'

interface Props {
  choices: Choices
  value?: Schema<'Choice'>[]
  onChange?: (channels: Schema<'Choice'>[]) => void
}

const channels: Channel[] = ['in_app', 'email', 'push', 'sms']

/** What people can be told, against the ways to tell them. */
export function ChannelMatrix({ choices, value = [], onChange }: Props) {
  const { t } = useTranslation('notify')
  const set = (changed: Schema<'Choice'>, on: boolean) => onChange?.(value.map((each) => (each === changed ? { ...each, on } : each)))
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">{t('choices.kind')}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {t(`channel.${channel}`)}
              <Address channel={channel} choices={choices} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              {t(`kind.${kind}`)}
              <small>{t(`kind_note.${kind}`)}</small>
            </th>
            {channels.map((channel) => (
              <td key={channel}>
                <Cell choice={value.find((each) => each.kind === kind && each.channel === channel)} onSet={set} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  choice: Schema<'Choice'> | undefined
  onSet: (choice: Schema<'Choice'>, on: boolean) => void
}

function Cell({ choice, onSet }: CellProps) {
  const { t } = useTranslation('notify')
  if (!choice) return null
  const label = t('choices.cell', { kind: t(`kind.${choice.kind}`), channel: t(`channel.${choice.channel}`) })
  if (choice.fixed) {
    return (
      <span className={styles.fixed} title={t('choices.fixed')}>
        <LockOutlined />
        <span className="zx-visually-hidden">
          {label}
          {t('colon')}
          {t('choices.fixed')}
        </span>
      </span>
    )
  }
  return <Checkbox className={styles.box} checked={choice.on} aria-label={label} onChange={(event) => onSet(choice, event.target.checked)} />
}

/** Where it goes, or why nothing comes. */
function Address({ channel, choices }: { channel: Channel; choices: Choices }) {
  const { t } = useTranslation('notify')
  if (channel === 'in_app') return <small>{t('choices.inbox')}</small>
  if (channel === 'push') return <small className={styles.address}>{choices.devices > 0 ? t('choices.devices', { count: choices.devices }) : t('choices.no_device')}</small>
  const address = channel === 'email' ? choices.email : choices.phone
  const isAvailable = channel === 'email' ? choices.email_available : choices.sms_available
  if (!isAvailable) return <small>{t('choices.not_available')}</small>
  return <small className={styles.address}>{address || t('choices.no_address')}</small>
}
