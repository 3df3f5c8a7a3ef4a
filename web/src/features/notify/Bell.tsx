import { BellOutlined } from '@ant-design/icons'
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useIsPhone } from '@/lib/useMedia'
import styles from './Bell.module.css'
import { useUnread } from './requests/useNotices'

const LatestNotices = lazy(async () => ({ default: (await import('./inbox/LatestNotices')).LatestNotices }))

const MANY = 99

/** How many notices wait, in the top bar; opens the newest ones. On a phone it leads to all of them. */
export function Bell() {
  const { t } = useTranslation('app')
  const isPhone = useIsPhone()
  const count = useUnread()
  const label = count > 0 ? t('bell.unread', { count }) : t('bell.label')
  const face = (
    <>
      <BellOutlined />
      {count > 0 && <span className={styles.count}>{count > MANY ? t('bell.many') : count}</span>}
    </>
  )
  if (!isPhone) return <BellButton label={label}>{face}</BellButton>
  return (
    <Link to="/notices" className={styles.bell} aria-label={label}>
      {face}
    </Link>
  )
}

function BellButton({ label, children }: { label: string; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: PointerEvent) => event.target instanceof Node && !root.current?.contains(event.target) && setOpen(false)
    addEventListener('pointerdown', closeOutside)
    return () => removeEventListener('pointerdown', closeOutside)
  }, [isOpen])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && isOpen && close()
  return (
    <div ref={root} className={styles.root} onKeyDown={onKeyDown}>
      <button ref={button} type="button" className={styles.bell} aria-label={label} aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {children}
      </button>
      {isOpen && (
        <Suspense>
          <LatestNotices onClose={close} />
        </Suspense>
      )}
    </div>
  )
}
