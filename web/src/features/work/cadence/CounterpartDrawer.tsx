import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { useIsPhone } from '@/lib/useMedia'
import { useCounterpart } from '../requests/useCounterpart'
import styles from './Cadence.module.css'
import { CounterpartForm } from './CounterpartForm'
import { Promises } from './Promises'

interface Props {
  id: string
  /** Whose; absent while it is closed. */
  direction: Schema<'Direction'> | undefined
  onClose: () => void
}

/** The other side: how they are reached best, and the promises their punctuality is counted from. */
export function CounterpartDrawer({ id, direction, onClose }: Props) {
  const { t } = useTranslation('cadence')
  const isPhone = useIsPhone()
  const mayRecord = useMay('followup.record')
  const { data: side, error, refetch } = useCounterpart(id, direction ?? 'outward')
  return (
    <Drawer title={side ? t('profile_of', { name: side.name }) : t('counterpart')} open={direction !== undefined} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '100dvh' : 560} destroyOnHidden>
      {!side && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <PageSkeleton />)}
      {side && (
        <div className={styles.profile}>
          <h3>{t('punctuality_title')}</h3>
          <Promises side={side} />
          {side.direction === 'outward' && (
            <p className={styles.why}>{side.weekly_touches > 0 ? t('this_week_of', { count: side.touches_this_week, most: side.weekly_touches }) : t('this_week', { count: side.touches_this_week })}</p>
          )}
          {mayRecord && (
            <>
              <h3>{t('habits')}</h3>
              <CounterpartForm key={side.version} id={id} side={side} onClose={onClose} />
            </>
          )}
        </div>
      )}
    </Drawer>
  )
}
