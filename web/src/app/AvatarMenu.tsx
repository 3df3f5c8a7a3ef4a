import { LogoutOutlined, SettingOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { PersonAvatar } from '@/components/Person'
import { PopupMenu } from '@/components/PopupMenu'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { api } from '@/lib/api'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { entered } from '@/lib/sessionQuery'
import styles from './AvatarMenu.module.css'

function useSignOut() {
  const problemText = useProblemText()
  return useMutation({
    mutationFn: () => api.delete('/api/v1/session'),
    // A fresh page: what one person read must not be in memory for the next one at this desk.
    onSuccess: () => {
      entered.forget()
      location.assign('/sign-in')
    },
    onError: (error) => toast.error(problemText(asProblem(error))),
  })
}

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
        { key: 'sign_out', icon: LogoutOutlined, text: t('sign_out'), onChoose: () => signOut.mutate() },
      ]}
    >
      <PersonAvatar name={user.name} size={34} />
    </PopupMenu>
  )
}
