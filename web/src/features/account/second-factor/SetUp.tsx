import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormProblem } from '@/components/useFormProblem'
import type { Schema } from '@/lib/api-types'
import { useBeginSecondFactor, useConfirmSecondFactor } from '../requests/useSecondFactor'
import { CodeField } from './CodeField'
import { RecoveryCodes } from './RecoveryCodes'
import styles from './SecondFactor.module.css'

interface Props {
  login: string
  onDone: () => void
}

/** Password, then the app, then its first code, then the recovery codes: each step is there when the one before is done. */
export function SetUp({ login, onDone }: Props) {
  const [begun, setBegun] = useState<Schema<'NewSecondFactor'>>()
  const [codes, setCodes] = useState<string[]>()
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />
  if (begun) return <Scan begun={begun} onConfirmed={setCodes} />
  return <Prove login={login} onBegun={setBegun} />
}

function Prove({ login, onBegun }: { login: string; onBegun: (begun: Schema<'NewSecondFactor'>) => void }) {
  const { t } = useTranslation('account')
  const [form] = Form.useForm<{ current_password: string }>()
  const begin = useBeginSecondFactor()
  const { problem, show, clear } = useFormProblem(form)
  const submit = (values: { current_password: string }) => {
    clear()
    begin.mutate(values, { onSuccess: onBegun, onError: show })
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} className={styles.steps}>
      {problem && <Alert type="error" title={problem} role="alert" />}
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <Form.Item name="current_password" label={t('second_factor.password')} rules={[{ required: true, message: t('password.current_missing') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <div>
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {t('second_factor.begin')}
        </Button>
      </div>
    </Form>
  )
}

function Scan({ begun, onConfirmed }: { begun: Schema<'NewSecondFactor'>; onConfirmed: (codes: string[]) => void }) {
  const { t } = useTranslation('account')
  const [form] = Form.useForm<{ code: string }>()
  const confirm = useConfirmSecondFactor()
  const { problem, show, clear } = useFormProblem(form)
  const submit = ({ code }: { code: string }) => {
    clear()
    confirm.mutate(code, { onSuccess: ({ codes }) => onConfirmed(codes), onError: show })
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} className={styles.steps}>
      {problem && <Alert type="error" title={problem} role="alert" />}
      <div className={styles.scan}>
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(begun.qr_svg)}`} alt={t('second_factor.qr')} />
        <p className={styles.byHand}>
          {t('second_factor.scan')}
          <br />
          {t('second_factor.by_hand')}
          <code>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </div>
      <CodeField autoFocus />
      <div>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('second_factor.confirm')}
        </Button>
      </div>
    </Form>
  )
}
