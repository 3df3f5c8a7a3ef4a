import { DesktopOutlined, MobileOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { DeviceSession } from '@/lib/api-types'
import { deviceName, isMobile } from '@/lib/deviceName'
import { asProblem } from '@/lib/problem'
import { useDevices, useRevokeDevice } from '../requests/useDevices'
import styles from './Rows.module.css'

export function DevicesPage() {
  const { t } = useTranslation('account')
  const devices = useDevices()
  if (devices.isLoading) return <Skeleton active />
  if (devices.error && devices.items.length === 0) return <ErrorState error={devices.error} onRetry={devices.reload} />
  return (
    <Card title={t('devices.title')} flush>
      <p className={styles.note}>{t('devices.note')}</p>
      <ul className={styles.rows}>
        {devices.items.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
      {devices.hasMore && <MoreRows list={devices} />}
    </Card>
  )
}

function DeviceRow({ device }: { device: DeviceSession }) {
  const { t } = useTranslation('account')
  const problemText = useProblemText()
  const revoke = useRevokeDevice()
  const name = deviceName(device.user_agent) ?? t('devices.unknown')
  const end = () => revoke.mutate(device.id, { onSuccess: () => toast.success(t('devices.ended', { name })), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <li>
      <span className={styles.icon}>{isMobile(device.user_agent) ? <MobileOutlined /> : <DesktopOutlined />}</span>
      <div className={styles.words}>
        <strong>{name}</strong>
        <span>
          {device.address} · {t('devices.used')} <RelativeTime at={device.last_used_at} />
        </span>
      </div>
      {device.current ? (
        <StateTag tone="done" text={t('devices.current')} />
      ) : (
        <Button onClick={end} loading={revoke.isPending} aria-label={t('devices.end_this', { name })}>
          {t('devices.end')}
        </Button>
      )}
    </li>
  )
}
