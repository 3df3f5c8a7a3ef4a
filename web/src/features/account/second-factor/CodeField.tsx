import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './SecondFactor.module.css'

interface Props {
  /** Where a recovery code does as well. */
  takesRecoveryCode?: boolean
  autoFocus?: boolean
}

/** The digits the app shows. Phones offer their number keys, password managers fill it in. */
export function CodeField({ takesRecoveryCode = false, autoFocus = false }: Props) {
  const { t } = useTranslation('account')
  return (
    <Form.Item
      name="code"
      label={t('second_factor.code')}
      rules={[{ required: true, whitespace: true, message: t('second_factor.code_missing') }]}
      extra={t(takesRecoveryCode ? 'second_factor.code_or_recovery' : 'second_factor.code_hint')}
      className={styles.code}
    >
      <Input autoFocus={autoFocus} autoComplete="one-time-code" inputMode={takesRecoveryCode ? 'text' : 'numeric'} autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  )
}
