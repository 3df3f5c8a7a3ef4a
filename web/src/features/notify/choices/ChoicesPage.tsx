import { LockOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { DateTimeField } from '@/components/DateTimeField'
import { ErrorState } from '@/components/ErrorState'
import { TimeField } from '@/components/TimeField'
import { toast } from '@/components/toast'
import { useFormProblem } from '@/components/useFormProblem'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import { type Choices, useChoices, useChoose } from '../requests/useChoices'
import { ChannelMatrix } from './ChannelMatrix'
import styles from './Choices.module.css'
import { digestTimes } from './digestTimes'
import { PushCard } from './PushCard'

export function ChoicesPage() {
  const { data: choices, error, refetch } = useChoices()
  if (error && !choices) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!choices) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <>
      <PushCard />
      <ChoicesForm key={choices.version} choices={choices} />
    </>
  )
}

interface Values {
  channels: Schema<'Choice'>[]
  quiet_from?: string
  quiet_to?: string
  digest_at: string
  paused_until?: string
}

function valuesOf(choices: Choices): Values {
  const { channels, digest_at, quiet_from, quiet_to, paused_until } = choices
  return { channels, digest_at, quiet_from: quiet_from ?? undefined, quiet_to: quiet_to ?? undefined, paused_until: paused_until ?? undefined }
}

/** By which channel I am told what, and when I am left alone. */
function ChoicesForm({ choices }: { choices: Choices }) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm<Values>()
  const choose = useChoose()
  const { problem, show, clear } = useFormProblem(form)
  const send = ({ channels, ...rest }: Values) => {
    clear()
    const chosen = channels.map(({ kind, channel, on }) => ({ kind, channel, on }))
    choose.mutate({ version: choices.version, form: { ...rest, channels: chosen } }, { onSuccess: () => toast.success(t('choices.saved')), onError: show })
  }
  const resume = () => send({ ...valuesOf(choices), paused_until: undefined })
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={valuesOf(choices)} onFinish={send}>
      <Paused until={choices.paused_until} onResume={resume} />
      {problem && <Alert type="error" title={problem} role="alert" className={styles.problem} />}
      <Card title={t('choices.by_channel')} flush>
        <p className={styles.note}>
          {t('choices.by_channel_note')} <LockOutlined /> {t('choices.fixed')}
        </p>
        <Form.Item name="channels" noStyle>
          <ChannelMatrix choices={choices} />
        </Form.Item>
      </Card>
      <Card title={t('choices.when')}>
        <p className={styles.lead}>{t('choices.night', { from: choices.night_from, to: choices.night_to, count: choices.messages_an_hour })}</p>
        <div className={styles.fields}>
          <Form.Item label={t('choices.quiet_from')} name="quiet_from">
            <TimeField />
          </Form.Item>
          <Form.Item label={t('choices.quiet_to')} name="quiet_to">
            <TimeField />
          </Form.Item>
          <Form.Item label={t('choices.digest_at')} name="digest_at" extra={t('choices.digest_hint')}>
            <Select options={digestTimes(choices.digest_at).map((time) => ({ value: time, label: time }))} />
          </Form.Item>
          <Form.Item label={t('choices.paused_until')} name="paused_until" extra={t('choices.pause_hint')}>
            <DateTimeField futureOnly />
          </Form.Item>
        </div>
        <p className={styles.lead}>{t('choices.escalations_come')}</p>
      </Card>
      <div className={styles.foot}>
        <Button type="primary" htmlType="submit" loading={choose.isPending}>
          {t('choices.save')}
        </Button>
      </div>
    </Form>
  )
}

function Paused({ until, onResume }: { until: string | null; onResume: () => void }) {
  const { t } = useTranslation('notify')
  const time = useTimeText()
  if (!until || new Date(until).getTime() <= time.now) return null
  return <Alert type="warning" className={styles.problem} title={t('choices.paused', { until: time.exact(until) })} action={<Button onClick={onResume}>{t('choices.resume')}</Button>} />
}
