import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { PersonAvatar } from '@/components/Person'
import { toast } from '@/components/toast'
import { useFormProblem } from '@/components/useFormProblem'
import type { Profile } from '@/lib/api-types'
import { useSession } from '@/lib/session'
import { useChangeProfile } from '../requests/useProfile'
import styles from './ContactCard.module.css'

type Contact = Pick<Profile, 'phone' | 'email'>

export function ContactCard({ profile }: { profile: Profile }) {
  const { t } = useTranslation('account')
  const { organization } = useSession()
  const [form] = Form.useForm<Contact>()
  const change = useChangeProfile()
  const { problem, show, clear } = useFormProblem(form)

  const save = (contact: Contact) => {
    clear()
    change.mutate(contact, { onSuccess: () => toast.success(t('profile.saved')), onError: show })
  }
  return (
    <Card>
      <div className={styles.who}>
        <PersonAvatar name={profile.name} size={56} />
        <div>
          <h2>{profile.name}</h2>
          <p>
            {profile.login} · {organization.name}
          </p>
        </div>
      </div>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ phone: profile.phone, email: profile.email }} onFinish={save} className={styles.form}>
        {problem && <Alert type="error" title={problem} role="alert" className={styles.wide} />}
        <Form.Item name="phone" label={t('field.phone')}>
          <Input type="tel" autoComplete="tel" inputMode="tel" />
        </Form.Item>
        <Form.Item name="email" label={t('field.email')} rules={[{ type: 'email', message: t('profile.email_invalid') }]}>
          <Input type="email" autoComplete="email" />
        </Form.Item>
        <div className={styles.wide}>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('profile.save')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
