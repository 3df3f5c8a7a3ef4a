import { useTranslation } from 'react-i18next'
import type { Column } from '@/components/DataTable'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import type { Delivery } from '../requests/useDeliveries'
import { toneOfState } from '../words'
import styles from './Deliveries.module.css'

export function useColumns(): Column<Delivery>[] {
  const { t } = useTranslation('notify')
  return [
    { key: 'what', title: t('deliveries.what'), onCard: 'title', width: 260, render: (delivery) => <What delivery={delivery} /> },
    { key: 'state', title: t('deliveries.state'), onCard: 'status', width: 110, render: ({ state }) => <StateTag tone={toneOfState[state]} text={t(`state.${state}`)} /> },
    { key: 'to', title: t('deliveries.to'), onCard: 'secondary', width: 150, render: ({ to, channel }) => t('deliveries.to_by', { to, channel: t(`channel.${channel}`) }) },
    { key: 'answer', title: t('deliveries.answer'), onCard: 'secondary', width: 220, render: ({ answer }) => <span className={styles.answer}>{answer || '—'}</span> },
    { key: 'created_at', title: t('deliveries.created_at'), width: 130, render: ({ created_at }) => <RelativeTime at={created_at} short /> },
    { key: 'attempts', title: t('deliveries.attempts'), width: 80, align: 'end', render: ({ attempts }) => attempts },
  ]
}

function What({ delivery: { event, title, number } }: { delivery: Delivery }) {
  const { t } = useTranslation('notify')
  return (
    <span className={styles.what}>
      {t(`event.${event}`)}
      {title && <small>{[title, number].filter(Boolean).join(' · ')}</small>}
    </span>
  )
}
