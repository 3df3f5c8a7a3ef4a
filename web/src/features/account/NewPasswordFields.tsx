import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

const SHORTEST = 10

interface Props {
  name: string
  label: string
}

/** A new password and the same again. Length is checked here, the rest by the server. */
export function NewPasswordFields({ name, label }: Props) {
  const { t } = useTranslation('account')
  return (
    <>
      <Form.Item name={name} label={label} rules={[{ required: true, message: t('password.missing') }, { min: SHORTEST, message: t('password.too_short', { count: SHORTEST }) }]} extra={t('password.hint', { count: SHORTEST })}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={[name]}
        rules={[
          { required: true, message: t('password.again_missing') },
          ({ getFieldValue }) => ({ validator: (_rule, value) => (!value || getFieldValue(name) === value ? Promise.resolve() : Promise.reject(new Error(t('password.differ')))) }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
