import { Alert, Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { type Delivery, useResend } from '../requests/useDeliveries'
import { toneOfState } from '../words'
import styles from './Deliveries.module.css'

interface Props {
  delivery: Delivery | undefined
  onClose: () => void
}

/** One message beside the log: everything that is known of it. */
export function DeliveryDrawer({ delivery, onClose }: Props) {
  const { t } = useTranslation('notify')
  return (
    <Drawer title={t('deliveries.one')} open={delivery !== undefined} onClose={onClose} size="min(520px, 100vw)" destroyOnHidden>
      {delivery && <DeliveryFacts delivery={delivery} />}
    </Drawer>
  )
}

function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('notify')
  return (
    <>
      <div className={styles.head}>
        <h2>{t(`event.${delivery.event}`)}</h2>
        <StateTag tone={toneOfState[delivery.state]} text={t(`state.${delivery.state}`)} />
      </div>
      {delivery.state === 'dead' && <Dead id={delivery.id} />}
      <dl className={styles.facts}>
        {delivery.title && <Fact label={t('deliveries.about')}>{[delivery.title, delivery.number].filter(Boolean).join(' · ')}</Fact>}
        <Fact label={t('deliveries.to')}>{t('deliveries.to_by', { to: delivery.to, channel: t(`channel.${delivery.channel}`) })}</Fact>
        {delivery.address && <Fact label={t('deliveries.address')}>{delivery.address}</Fact>}
        <Fact label={t('deliveries.reason')}>{delivery.reason || '—'}</Fact>
        <Fact label={t('deliveries.answer')}>{delivery.answer || '—'}</Fact>
        <Fact label={t('deliveries.attempts')}>{delivery.attempts}</Fact>
        <Fact label={t('deliveries.created_at')}>
          <RelativeTime at={delivery.created_at} short />
        </Fact>
        {delivery.next_at && (
          <Fact label={t('deliveries.next_at')}>
            <RelativeTime at={delivery.next_at} short />
          </Fact>
        )}
        {delivery.sent_at && (
          <Fact label={t('deliveries.sent_at')}>
            <RelativeTime at={delivery.sent_at} short />
          </Fact>
        )}
        {delivery.done_at && (
          <Fact label={t('deliveries.done_at')}>
            <RelativeTime at={delivery.done_at} short />
          </Fact>
        )}
        {delivery.message_id && <Fact label={t('deliveries.message_id')}>{delivery.message_id}</Fact>}
      </dl>
    </>
  )
}

/** Given up after all attempts; what comes twice is for a person to decide. */
function Dead({ id }: { id: string }) {
  const { t } = useTranslation('notify')
  const problemText = useProblemText()
  const resend = useResend()
  const again = () => resend.mutate(id, { onSuccess: () => toast.success(t('deliveries.resent')), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <Alert
      type="error"
      className={styles.dead}
      title={t('deliveries.dead')}
      action={
        <Button loading={resend.isPending} onClick={again}>
          {t('deliveries.resend')}
        </Button>
      }
    />
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
