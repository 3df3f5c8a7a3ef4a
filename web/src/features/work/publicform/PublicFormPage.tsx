import { Alert, Button, Form, Input, QRCode, Skeleton, Switch, Typography } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { ErrorState } from '@/components/ErrorState'
import { toast } from '@/components/toast'
import { useFormProblem } from '@/components/useFormProblem'
import type { Schema } from '@/lib/api-types'
import { useKinds } from '../requests/useKinds'
import { useChangePublicForm, usePublicForm, useRenewAddress } from '../requests/usePublicForm'
import styles from './PublicForm.module.css'

type Settings = Schema<'PublicFormView'>

/** The form people without an account report things by: on or off, what it says, its address and code. */
export function PublicFormPage() {
  const { data: settings, error, refetch } = usePublicForm()
  if (error && !settings) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!settings) return <Skeleton active />
  return (
    <>
      <Choices key={settings.version} settings={settings} />
      {settings.enabled && settings.path && <Address path={settings.path} />}
    </>
  )
}

interface Values {
  enabled: boolean
  welcome: string
  names_handler: boolean
}

function Choices({ settings }: { settings: Settings }) {
  const { t } = useTranslation('public_form')
  const { nameOf } = useKinds()
  const change = useChangePublicForm()
  const [form] = Form.useForm<Values>()
  const { problem, show, clear } = useFormProblem(form)
  const save = (values: Values) => {
    clear()
    change.mutate({ ...values, version: settings.version }, { onSuccess: () => toast.success(t('saved')), onError: show })
  }
  return (
    <Card title={t('title')}>
      <p className={styles.note}>{t('note')}</p>
      <Form<Values> form={form} layout="vertical" initialValues={settings} onFinish={save} requiredMark={false}>
        {problem && <Alert type="error" role="alert" title={problem} className={styles.problem} />}
        <Switched name="enabled" label={t('enabled')} note={t('enabled_note', { name: settings.owner_name })} />
        <Switched name="names_handler" label={t('names_handler')} note={t('names_handler_note')} />
        <Form.Item name="welcome" label={t('welcome')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder={t('welcome_hint')} />
        </Form.Item>
        <p className={styles.kinds}>
          {settings.kinds.length > 0 ? t('kinds', { names: settings.kinds.map(nameOf).join(t('between')) }) : t('no_kinds')} <Link to="/administration/kinds">{t('to_kinds')}</Link>
        </p>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Card>
  )
}

function Switched({ name, label, note }: { name: keyof Values; label: string; note: string }) {
  return (
    <div className={styles.switched}>
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={label} />
      </Form.Item>
      <div>
        <strong>{label}</strong>
        <small>{note}</small>
      </div>
    </div>
  )
}

function Address({ path }: { path: string }) {
  const { t } = useTranslation('public_form')
  const renew = useRenewAddress()
  const [isRenewing, setRenewing] = useState(false)
  const picture = useRef<HTMLDivElement>(null)
  const address = location.origin + path
  const keep = () => {
    const canvas = picture.current?.querySelector('canvas')
    if (canvas) Object.assign(document.createElement('a'), { href: canvas.toDataURL('image/png'), download: `${t('file')}.png` }).click()
  }
  return (
    <Card title={t('address')}>
      <div className={styles.address}>
        <div ref={picture}>
          <QRCode value={address} type="canvas" size={200} bgColor="#ffffff" color="#000000" errorLevel="M" aria-label={t('qr')} />
        </div>
        <div>
          <p>{t('address_note')}</p>
          <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>
            {address}
          </Typography.Text>
          <div className={styles.acts}>
            <Button href={path} target="_blank" rel="noreferrer">
              {t('open')}
            </Button>
            <Button onClick={keep}>{t('save_qr')}</Button>
            <Button danger onClick={() => setRenewing(true)}>
              {t('renew')}
            </Button>
          </div>
        </div>
      </div>
      <ConfirmDialog isOpen={isRenewing} onClose={() => setRenewing(false)} title={t('renew_title')} act={t('renew')} isDangerous onConfirm={() => renew.mutateAsync()}>
        {t('renew_text')}
      </ConfirmDialog>
    </Card>
  )
}
