import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Logo } from '@/components/Logo'
import { PopupMenu } from '@/components/PopupMenu'
import type { QuickAdd } from '@/lib/feature'
import { useIsPhone } from '@/lib/useMedia'
import { AvatarMenu } from './AvatarMenu'
import { features } from './features'
import { OutboxNotice } from './OutboxNotice'
import styles from './TopBar.module.css'

const tools = features.flatMap((feature) => feature.tool ?? [])

const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

interface Props {
  onSearch: () => void
  quickAdds: QuickAdd[]
}

export function TopBar({ onSearch, quickAdds }: Props) {
  const { t } = useTranslation('app')
  const isPhone = useIsPhone()
  return (
    <header className={styles.bar}>
      {isPhone && (
        <Link to="/" className={styles.brand} aria-label={t('product')}>
          <Logo size={28} />
          <strong>{t('product')}</strong>
        </Link>
      )}
      {isPhone ? (
        <Button type="text" shape="circle" size="large" icon={<SearchOutlined />} aria-label={t('search.open')} onClick={onSearch} className={styles.push} data-tour="search" />
      ) : (
        <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K" data-tour="search">
          <SearchOutlined />
          <span>{t('search.placeholder')}</span>
          <kbd>{modifier} K</kbd>
        </button>
      )}
      <OutboxNotice />
      {!isPhone && quickAdds.length > 0 && <AddButton quickAdds={quickAdds} />}
      {tools.map((Tool, index) => (
        <Tool key={index} />
      ))}
      <AvatarMenu />
    </header>
  )
}

function AddButton({ quickAdds }: { quickAdds: QuickAdd[] }) {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const actions = quickAdds.map(({ key, path, icon }) => ({ key, icon, text: t(`add.${key}`), onChoose: () => void navigate(path) }))
  return (
    <PopupMenu className={styles.add} inTour="add" label={t('add.label')} actions={actions}>
      <PlusOutlined />
    </PopupMenu>
  )
}
