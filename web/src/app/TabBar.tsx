import { MenuOutlined, PlusOutlined } from '@ant-design/icons'
import { lazy, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import { OnceOpened } from '@/components/OnceOpened'
import type { Noun, QuickAdd } from '@/lib/feature'
import styles from './TabBar.module.css'

const AddSheet = lazy(async () => ({ default: (await import('./AddSheet')).AddSheet }))
const MoreSheet = lazy(async () => ({ default: (await import('./MoreSheet')).MoreSheet }))

interface Props {
  nouns: Noun[]
  quickAdds: QuickAdd[]
}

function isWithin(pathname: string, { path }: Noun): boolean {
  return pathname === path || pathname.startsWith(`${path}/`)
}

/** The phone's bottom bar: the nouns made for phones with "+" in their middle, then the way to everything else. */
export function TabBar({ nouns, quickAdds }: Props) {
  const { t } = useTranslation('app')
  const { pathname } = useLocation()
  const [opened, setOpened] = useState<'add' | 'more'>()
  const close = () => setOpened(undefined)
  const tabs = nouns
    .filter((noun) => noun.onPhone !== undefined)
    .sort((a, b) => a.onPhone! - b.onPhone!)
    .slice(0, 3)
  const isElsewhere = nouns.some((noun) => !tabs.includes(noun) && isWithin(pathname, noun))
  return (
    <>
      <nav className={styles.bar} aria-label={t('nav.label')}>
        {tabs.slice(0, 2).map((noun) => (
          <Tab key={noun.key} to={noun.path} icon={noun.icon} text={t(`nav.${noun.key}`)} />
        ))}
        {quickAdds.length > 0 && (
          <button type="button" className={styles.add} data-tour="add" aria-label={t('add.label')} aria-haspopup="dialog" onClick={() => setOpened('add')}>
            <span>
              <PlusOutlined />
            </span>
          </button>
        )}
        {tabs.slice(2).map((noun) => (
          <Tab key={noun.key} to={noun.path} icon={noun.icon} text={t(`nav.${noun.key}`)} />
        ))}
        <button type="button" className={isElsewhere ? `${styles.tab} active` : styles.tab} aria-haspopup="dialog" onClick={() => setOpened('more')}>
          <MenuOutlined />
          <span>{t('nav.more')}</span>
        </button>
      </nav>
      <OnceOpened isOpen={opened === 'add'}>
        <AddSheet isOpen={opened === 'add'} onClose={close} quickAdds={quickAdds} />
      </OnceOpened>
      <OnceOpened isOpen={opened === 'more'}>
        <MoreSheet isOpen={opened === 'more'} onClose={close} nouns={nouns} />
      </OnceOpened>
    </>
  )
}

function Tab({ to, icon: Icon, text }: { to: string; icon: ComponentType; text: string }) {
  return (
    <NavLink to={to} className={styles.tab}>
      <Icon />
      <span>{text}</span>
    </NavLink>
  )
}
