import { Alert, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { type ChannelAccount, useTryAccount } from '../requests/useChannelAccounts'
import { hasNoAddressee } from '../words'
import styles from './Channels.module.css'
import { TrialOutcome } from './TrialOutcome'

interface Props {
  account: ChannelAccount
  isOpen: boolean
  onClose: () => void
}

/** Sends a test message now and shows what the other side answered. */
export function TrialDialog({ account, isOpen, onClose }: Props) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm<{ to?: string }>()
  const trial = useTryAccount()
  const send = ({ to }: { to?: string }) => trial.mutate({ id: account.id, to: to?.trim() })
  const close = () => {
    trial.reset()
    onClose()
  }
  return (
    <Modal open={isOpen} onCancel={close} title={t('trial.title', { name: account.name })} okText={t('trial.send')} cancelText={t('trial.close')} confirmLoading={trial.isPending} onOk={() => form.submit()} destroyOnHidden width={480}>
      <Form form={form} layout="vertical" onFinish={send}>
        {hasNoAddressee(account.channel) ? (
          <p className={styles.hint}>{t('trial.to_group')}</p>
        ) : (
          <Form.Item name="to" label={t('trial.to')} extra={t('trial.to_hint')}>
            <Input type={account.channel === 'email' ? 'email' : 'tel'} autoFocus />
          </Form.Item>
        )}
      </Form>
      <div role="status">
        {trial.data && <TrialOutcome trial={trial.data} />}
        {trial.error && <Refused error={trial.error} />}
      </div>
    </Modal>
  )
}

function Refused({ error }: { error: unknown }) {
  const problemText = useProblemText()
  return <Alert type="error" title={problemText(asProblem(error))} />
}
