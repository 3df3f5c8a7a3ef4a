import { EnvironmentOutlined, MailOutlined, MessageOutlined, PhoneOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { ChipChoice } from '../ChipChoice'

type Method = Schema<'Method'>

// The order of everyday use; a letter is written by the system, not noted down.
const METHODS: Method[] = ['phone', 'on_site', 'instant_message', 'meeting', 'joint_departments', 'email', 'sms', 'urging_letter', 'other']
const icons: Partial<Record<Method, ComponentType>> = { phone: PhoneOutlined, on_site: EnvironmentOutlined, instant_message: MessageOutlined, email: MailOutlined }

export function MethodChips({ value, onChange }: { value?: Method; onChange?: (method: Method) => void }) {
  const { t } = useTranslation('followup')
  return <ChipChoice label={t('form.method')} value={value} onChange={onChange} options={METHODS.map((method) => ({ value: method, text: t(`method.${method}`), icon: icons[method] }))} />
}
