import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormProblem } from '@/components/useFormProblem'
import { NewPasswordFields } from './NewPasswordFields'
import { useSetup } from './requests/useSetup'
import { CodeField } from './second-factor/CodeField'

interface Props {
  token: string
  login: string
  /** The new password alone does not let them in. */
  needsCode: boolean
  onDone: () => void
}

/** A new colleague's first visit: the account is there, only the password is missing. */
export function FirstPasswordForm({ token, login, needsCode, onDone }: Props) {
  const { t } = useTranslation('account')
  const [form] = Form.useForm<{ password: string; again: string; code?: string }>()
  const setup = useSetup()
  const { problem, show, clear } = useFormProblem(form)

  const submit = ({ password, code }: { password: string; code?: string }) => {
    clear()
    setup.mutate({ token, password, code }, { onSuccess: onDone, onError: show })
  }
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={submit}>
      {problem && <Alert type="error" title={problem} role="alert" style={{ marginBottom: 20 }} />}
      <Form.Item label={t('field.login')} htmlFor="first-login">
        <Input id="first-login" value={login} readOnly autoComplete="username" variant="filled" />
      </Form.Item>
      <NewPasswordFields name="password" label={t('field.password')} />
      {needsCode && <CodeField takesRecoveryCode />}
      <Button type="primary" htmlType="submit" block loading={setup.isPending}>
        {t('first_password.submit')}
      </Button>
    </Form>
  )
}
