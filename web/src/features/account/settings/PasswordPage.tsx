import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { toast } from '@/components/toast'
import { useFormProblem } from '@/components/useFormProblem'
import type { PasswordForm } from '@/lib/api-types'
import { useSession } from '@/lib/session'
import { NewPasswordFields } from '../NewPasswordFields'
import { useChangePassword } from '../requests/useChangePassword'
import styles from './PasswordPage.module.css'

export function PasswordPage() {
  const { t } = useTranslation('account')
  const { user } = useSession()
  const [form] = Form.useForm<PasswordForm & { again: string }>()
  const change = useChangePassword()
  const { problem, show, clear } = useFormProblem(form)

  const submit = ({ current_password, new_password }: PasswordForm) => {
    clear()
    change.mutate(
      { current_password, new_password },
      {
        onSuccess: () => {
          form.resetFields()
          toast.success(t('password.changed'))
        },
        onError: show,
      },
    )
  }
  return (
    <Card title={t('password.title')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} className={styles.field}>
        {problem && <Alert type="error" title={problem} role="alert" style={{ marginBottom: 16 }} />}
        {/* Lets password managers know whose password changes. */}
        <input type="text" autoComplete="username" value={user.login} readOnly hidden />
        <Form.Item name="current_password" label={t('password.current')} rules={[{ required: true, message: t('password.current_missing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPasswordFields name="new_password" label={t('password.new')} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </Form>
    </Card>
  )
}
