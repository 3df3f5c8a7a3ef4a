import { useEffect, useId, useRef, useState, type ComponentType, type KeyboardEvent, type ReactNode } from 'react'
import styles from './PopupMenu.module.css'

export interface MenuAction {
  key: string
  text: string
  icon?: ComponentType
  onChoose: () => void
}

interface Props {
  /** The button's content and how it looks. */
  children: ReactNode
  className?: string
  label: string
  /** Its name for the tour. */
  inTour?: string
  /** Above the actions, not chosen. */
  heading?: ReactNode
  actions: MenuAction[]
}

/** A button with a menu under its right edge, for the frame, which every page pays for: a few lines instead of a library's menu. */
export function PopupMenu({ children, className, label, inTour, heading, actions }: Props) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menuId = useId()
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  useEffect(() => {
    if (!isOpen) return
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const closeOutside = (event: PointerEvent) => event.target instanceof Node && !root.current?.contains(event.target) && setOpen(false)
    addEventListener('pointerdown', closeOutside)
    return () => removeEventListener('pointerdown', closeOutside)
  }, [isOpen])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    if (event.key === 'Tab') setOpen(false)
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (!isOpen || next === undefined) return
    event.preventDefault()
    all[(next + all.length) % all.length]?.focus()
  }

  return (
    <div ref={root} className={styles.root} onKeyDown={onKeyDown}>
      <button ref={button} type="button" className={className} data-tour={inTour} aria-label={label} aria-haspopup="menu" aria-expanded={isOpen} aria-controls={isOpen ? menuId : undefined} onClick={() => setOpen(!isOpen)}>
        {children}
      </button>
      {isOpen && (
        <div className={styles.popup}>
          {heading && <div className={styles.heading}>{heading}</div>}
          <div id={menuId} role="menu" aria-label={label}>
            {actions.map(({ key, text, icon: Icon, onChoose }) => (
              <button
                key={key}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={styles.action}
                onClick={() => {
                  close()
                  onChoose()
                }}
              >
                {Icon && <Icon />}
                {text}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
