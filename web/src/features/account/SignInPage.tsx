import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { useFormProblem } from '@/components/useFormProblem'
import type { SignInForm } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { entered, safeReturnPath, sessionQuery } from '@/lib/sessionQuery'
import { useSignIn } from './requests/useSignIn'
import { CodeField } from './second-factor/CodeField'
import { Welcome } from './Welcome'

export function SignInPage() {
  const { t } = useTranslation('account')
  const [search] = useSearchParams()
  const { data: session } = useQuery({ ...sessionQuery, enabled: entered.isLikely() })
  const [form] = Form.useForm<SignInForm>()
  const signIn = useSignIn()
  const { problem, show, clear } = useFormProblem(form)
  // The password was right; it stays in the form's memory while the second step is asked for.
  const [isSecondStep, setSecondStep] = useState(false)

  useEffect(() => {
    document.title = t('sign_in.page')
  }, [t])

  if (session) return <Navigate to={safeReturnPath(search.get('return'))} replace />

  const submit = (values: SignInForm) => {
    clear()
    signIn.mutate({ ...form.getFieldsValue(true), ...values }, {
      onError: (error) => {
        const { code } = asProblem(error)
        if (code === 'session.code_required') return setSecondStep(true)
        show(error)
        if (code === 'session.code_wrong') {
          form.setFieldValue('code', '')
          form.focusField('code')
          return
        }
        setSecondStep(false)
        form.setFieldValue('password', '')
        form.focusField('password')
      },
    })
  }
  if (isSecondStep)
    return (
      <Welcome title={t('second_factor.sign_in_title')} note={t('second_factor.sign_in_note')}>
        <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={submit}>
          {problem && <Alert type="error" title={problem} role="alert" style={{ marginBottom: 20 }} />}
          <CodeField takesRecoveryCode autoFocus />
          <Button type="primary" htmlType="submit" block loading={signIn.isPending} style={{ marginTop: 8 }}>
            {t('sign_in.submit')}
          </Button>
          <Button type="link" block onClick={() => (form.setFieldValue('code', undefined), setSecondStep(false))} style={{ marginTop: 8 }}>
            {t('second_factor.other_account')}
          </Button>
        </Form>
      </Welcome>
    )
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
