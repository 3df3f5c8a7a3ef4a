import { CalendarOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useFeed, useMakeFeed, useRevokeFeed } from '../requests/useFeed'
import styles from './Choices.module.css'

const programs = ['phone', 'outlook', 'google', 'mac'] as const

/** My due times and follow-ups in my own calendar program. */
export function CalendarPage() {
  const { t } = useTranslation('notify')
  const problemText = useProblemText()
  const { data: feed, error, refetch } = useFeed()
  const make = useMakeFeed()
  const [asking, setAsking] = useState<'renew' | 'revoke'>()
  const revoke = useRevokeFeed()
  if (error && !feed) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!feed) return <Skeleton active />
  const path = make.data?.path
  const create = () => make.mutate(undefined, { onError: (refused) => toast.error(problemText(asProblem(refused))) })
  const end = async () => {
    await revoke.mutateAsync()
    make.reset()
  }
  return (
    <>
      {path && <AddressOnce path={path} onClose={make.reset} />}
      <Card title={t('calendar.title')}>
        {feed.created_at ? (
          <>
            <p>
              {t('calendar.made')} <RelativeTime at={feed.created_at} />
              {t('calendar.made_note')}
            </p>
            <div className={styles.buttons}>
              <Button onClick={() => setAsking('renew')}>{t('calendar.renew')}</Button>
              <Button danger onClick={() => setAsking('revoke')}>
                {t('calendar.revoke')}
              </Button>
            </div>
          </>
        ) : (
          <EmptyState
            small
            icon={<CalendarOutlined />}
            title={t('calendar.none')}
            text={t('calendar.none_text')}
            action={
              <Button type="primary" loading={make.isPending} onClick={create}>
                {t('calendar.make')}
              </Button>
            }
          />
        )}
      </Card>
      <Card title={t('calendar.how')}>
        <dl className={styles.steps}>
          {programs.map((program) => (
            <div key={program}>
              <dt>{t(`calendar.${program}.name`)}</dt>
              <dd>{t(`calendar.${program}.steps`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <ConfirmDialog isOpen={asking === 'renew'} onClose={() => setAsking(undefined)} title={t('calendar.renew_title')} act={t('calendar.renew')} onConfirm={() => make.mutateAsync()}>
        {t('calendar.renew_text')}
      </ConfirmDialog>
      <ConfirmDialog isOpen={asking === 'revoke'} onClose={() => setAsking(undefined)} title={t('calendar.revoke_title')} act={t('calendar.revoke')} isDangerous onConfirm={end}>
        {t('calendar.revoke_text')}
      </ConfirmDialog>
    </>
  )
}

/** The server keeps only a hash, so this is the only time the address can be copied. */
function AddressOnce({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useTranslation('notify')
  return (
    <Alert
      type="success"
      role="status"
      className={styles.once}
      title={t('calendar.copy_now')}
      description={
        <>
          <p>{t('calendar.secret')}</p>
          <Typography.Text code copyable style={{ fontSize: 15, overflowWrap: 'anywhere' }}>
            {location.origin + path}
          </Typography.Text>
          <div className={styles.buttons}>
            <Button href={`webcal://${location.host}${path}`}>{t('calendar.open_here')}</Button>
          </div>
        </>
      }
      closable={{ onClose }}
    />
  )
}
