import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { useFormProblem } from '@/components/useFormProblem'
import type { SignInForm } from '@/lib/api-types'
import { entered, safeReturnPath, sessionQuery } from '@/lib/sessionQuery'
import { useSignIn } from './requests/useSignIn'
import { Welcome } from './Welcome'

export function SignInPage() {
  const { t } = useTranslation('account')
  const [search] = useSearchParams()
  const { data: session } = useQuery({ ...sessionQuery, enabled: entered.isLikely() })
  const [form] = Form.useForm<SignInForm>()
  const signIn = useSignIn()
  const { problem, show, clear } = useFormProblem(form)

  useEffect(() => {
    document.title = t('sign_in.page')
  }, [t])

  if (session) return <Navigate to={safeReturnPath(search.get('return'))} replace />

  const submit = (values: SignInForm) => {
    clear()
    signIn.mutate(values, {
      onError: (error) => {
        show(error)
        form.setFieldValue('password', '')
        form.focusField('password')
      },
    })
  }
  return (
    <Welcome title={t('sign_in.title')} note={search.has('return') ? t('sign_in.to_go_on') : t('sign_in.note')}>
      <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={submit}>
        {problem && <Alert type="error" title={problem} role="alert" style={{ marginBottom: 20 }} />}
        <Form.Item name="login" label={t('field.login')} rules={[{ required: true, whitespace: true, message: t('sign_in.login_missing') }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('field.password')} rules={[{ required: true, message: t('sign_in.password_missing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending} style={{ marginTop: 8 }}>
          {t('sign_in.submit')}
        </Button>
      </Form>
    </Welcome>
  )
}
