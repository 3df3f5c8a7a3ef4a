import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '@/lib/useMedia'
import type { Schema } from '@/lib/api-types'
import type { Followed } from './FollowUpForm'
import { FollowUpForm } from './LazyFollowUpForm'

interface Props {
  followed: Followed | undefined
  onClose: () => void
  onRecorded?: () => void
  refused?: Partial<Schema<'FollowUpForm'>>
}

/** The form where there is no place for it in the page; on a phone it takes the whole screen. */
export function FollowUpDrawer({ followed, onClose, onRecorded, refused }: Props) {
  const { t } = useTranslation('followup')
  const isPhone = useIsPhone()
  return (
    <Drawer title={followed ? t('form.title', { title: followed.title }) : ''} open={followed !== undefined} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '100dvh' : 480} destroyOnHidden styles={{ body: { padding: 0 } }}>
      {followed && <FollowUpForm followed={followed} onClose={onClose} onRecorded={onRecorded} refused={refused} />}
    </Drawer>
  )
}
