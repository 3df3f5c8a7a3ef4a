import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { QuickAdd } from '@/lib/feature'
import styles from './AddSheet.module.css'

interface Props {
  isOpen: boolean
  onClose: () => void
  quickAdds: QuickAdd[]
}

export function AddSheet({ isOpen, onClose, quickAdds }: Props) {
  const { t } = useTranslation('app')
  return (
    <Drawer open={isOpen} onClose={onClose} placement="bottom" size="auto" title={t('add.label')} styles={{ body: { padding: 8 } }}>
      <ul>
        {quickAdds.map(({ key, path, icon: Icon }) => (
          <li key={key}>
            <Link to={path} className={styles.entry} onClick={onClose}>
              <Icon />
              {t(`add.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
