import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormProblem } from '@/components/useFormProblem'
import type { SetupForm as SetupValues } from '@/lib/api-types'
import { ContentChoice } from './ContentChoice'
import { NewPasswordFields } from './NewPasswordFields'
import { useSetup } from './requests/useSetup'

interface Props {
  token: string
  organizationName: string
  onDone: () => void
}

export function SetupForm({ token, organizationName, onDone }: Props) {
  const { t } = useTranslation('account')
  const [form] = Form.useForm<SetupValues & { again: string }>()
  const setup = useSetup()
  const { problem, show, clear } = useFormProblem(form)
  const required = (message: string) => [{ required: true, whitespace: true, message }]

  const submit = ({ organization_name, name, login, password, content }: SetupValues) => {
    clear()
    setup.mutate({ token, organization_name, name, login, password, content }, { onSuccess: onDone, onError: show })
  }
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={submit} initialValues={{ organization_name: organizationName, content: 'demo' }} scrollToFirstError>
      {problem && <Alert type="error" title={problem} role="alert" style={{ marginBottom: 20 }} />}
      <Form.Item name="organization_name" label={t('field.organization_name')} rules={required(t('setup.organization_missing'))}>
        <Input autoComplete="organization" autoFocus />
      </Form.Item>
      <Form.Item name="name" label={t('field.name')} rules={required(t('setup.name_missing'))}>
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name="login" label={t('field.login')} rules={required(t('setup.login_missing'))} extra={t('setup.login_hint')}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <NewPasswordFields name="password" label={t('field.password')} />
      <Form.Item name="content" label={t('setup.content')}>
        <ContentChoice />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={setup.isPending}>
        {t('setup.submit')}
      </Button>
    </Form>
  )
}
