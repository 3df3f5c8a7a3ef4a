import { CompassOutlined, LogoutOutlined, SettingOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { PersonAvatar } from '@/components/Person'
import { PopupMenu } from '@/components/PopupMenu'
import { useSession } from '@/lib/session'
import styles from './AvatarMenu.module.css'
import { useSignOut } from './useSignOut'

export function AvatarMenu() {
  const { t } = useTranslation('app')
  const { user } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const heading = (
    <span className={styles.who}>
      <strong>{user.name}</strong>
      <span>{user.login}</span>
    </span>
  )
  return (
    <PopupMenu
      className={styles.avatar}
      label={t('me.menu', { name: user.name })}
      heading={heading}
      actions={[
        { key: 'settings', icon: SettingOutlined, text: t('nav.settings'), onChoose: () => void navigate('/settings') },
        { key: 'tour', icon: CompassOutlined, text: t('me.tour'), onChoose: () => void navigate('/workbench?tour=1') },
        { key: 'sign_out', icon: LogoutOutlined, text: t('sign_out'), onChoose: () => signOut.mutate() },
      ]}
    >
      <PersonAvatar name={user.name} size={34} />
    </PopupMenu>
  )
}
