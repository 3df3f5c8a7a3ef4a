import { LogoutOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { PersonAvatar } from '@/components/Person'
import type { Noun } from '@/lib/feature'
import { useSession } from '@/lib/session'
import styles from './MoreSheet.module.css'
import { useSignOut } from './useSignOut'

interface Props {
  isOpen: boolean
  onClose: () => void
  nouns: Noun[]
}

/** Everything the product has for this person, on a phone, where the bottom bar shows but the most used. */
export function MoreSheet({ isOpen, onClose, nouns }: Props) {
  const { t } = useTranslation('app')
  const { user } = useSession()
  const signOut = useSignOut()
  return (
    <Drawer open={isOpen} onClose={onClose} placement="bottom" size="auto" title={t('more.title')} styles={{ body: { padding: '12px 12px calc(12px + env(safe-area-inset-bottom))' } }}>
      <nav aria-label={t('more.title')}>
        <ul className={styles.nouns}>
          {nouns.map(({ key, path, icon: Icon }) => (
            <li key={key}>
              <NavLink to={path} className={styles.noun} onClick={onClose}>
                <Icon />
                <span>{t(`nav.${key}`)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.me}>
        <PersonAvatar name={user.name} size={40} />
        <span>
          <strong>{user.name}</strong>
          <small>{user.login}</small>
        </span>
        <button type="button" onClick={() => signOut.mutate()}>
          <LogoutOutlined />
          {t('sign_out')}
        </button>
      </div>
    </Drawer>
  )
}
