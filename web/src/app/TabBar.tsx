import { PlusOutlined, UserOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import type { Noun, QuickAdd } from '@/lib/feature'
import styles from './TabBar.module.css'

const AddSheet = lazy(async () => ({ default: (await import('./AddSheet')).AddSheet }))

interface Props {
  nouns: Noun[]
  quickAdds: QuickAdd[]
}

/** The phone's bottom bar: the nouns made for phones with "+" in their middle, then "me". */
export function TabBar({ nouns, quickAdds }: Props) {
  const { t } = useTranslation('app')
  const [adding, setAdding] = useState<boolean>()
  const tabs = nouns.filter((noun) => noun.onPhone).slice(0, 3)
  const before = tabs.slice(0, 2)
  const after = tabs.slice(2)
  return (
    <>
      <nav className={styles.bar} aria-label={t('nav.label')}>
        {before.map((noun) => (
          <Tab key={noun.key} to={noun.path} icon={noun.icon} text={t(`nav.${noun.key}`)} />
        ))}
        {quickAdds.length > 0 && (
          <button type="button" className={styles.add} aria-label={t('add.label')} aria-haspopup="dialog" onClick={() => setAdding(true)}>
            <span>
              <PlusOutlined />
            </span>
          </button>
        )}
        {after.map((noun) => (
          <Tab key={noun.key} to={noun.path} icon={noun.icon} text={t(`nav.${noun.key}`)} />
        ))}
        <Tab to="/settings" icon={UserOutlined} text={t('nav.me')} />
      </nav>
      {adding !== undefined && (
        <Suspense>
          <AddSheet isOpen={adding} onClose={() => setAdding(false)} quickAdds={quickAdds} />
        </Suspense>
      )}
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
