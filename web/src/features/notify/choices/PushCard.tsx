import { Alert, Button, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { canPush, isPushForbidden, pushId } from '@/lib/push'
import { type PushDevice, usePush, useSwitchOff, useSwitchOn } from '../requests/usePush'
import styles from './PushCard.module.css'

/** Notices on this device while the page is closed. */
export function PushCard() {
  const { t } = useTranslation('notify')
  const { data: push } = usePush()
  const problem = useProblemText()
  const on = useSwitchOn()
  const off = useSwitchOff()
  if (!push) return null
  const here = push.devices.find((device) => device.id === pushId())
  const others = push.devices.filter((device) => device !== here)
  const failed = (error: unknown) => toast.error(error instanceof DOMException ? t('push.failed') : problem(asProblem(error)))
  const begin = () => on.mutate(push.public_key, { onSuccess: (given) => (given ? toast.success(t('push.is_on')) : undefined), onError: failed })
  const end = (device: PushDevice) => off.mutate(device.id, { onError: failed })
  return (
    <Card title={t('push.title')}>
      <div className={styles.here}>
        <span id="push-here">
          {t('push.here')}
          <small>{t(canPush() ? 'push.note' : 'push.cannot')}</small>
        </span>
        <Switch
          aria-labelledby="push-here"
          checked={here !== undefined}
          disabled={!here && (!canPush() || isPushForbidden())}
          loading={on.isPending || off.isPending}
          onChange={() => (here ? end(here) : begin())}
        />
      </div>
      {isPushForbidden() && <Alert type="warning" className={styles.forbidden} title={t('push.forbidden')} />}
      {others.length > 0 && (
        <ul className={styles.devices}>
          {others.map((device) => (
            <li key={device.id}>
              <span>
                {device.device || t('push.a_browser')}
                <small>
                  {t('push.since')} <RelativeTime at={device.created_at} />
                </small>
              </span>
              <Button size="small" onClick={() => end(device)} aria-label={t('push.off_of', { device: device.device || t('push.a_browser') })}>
                {t('push.off')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
