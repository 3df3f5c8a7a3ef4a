import { CloseCircleFilled, DownOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '@/lib/useMedia'
import styles from './FilterBar.module.css'

interface Props {
  label: string
  /** What is chosen, in words; empty when nothing is. */
  text: string
  onRemove: () => void
  /** The field; call `close` once the choice is complete. */
  children: (close: () => void) => ReactNode
}

/** A filter whose value no list of words can offer: a person, a department, a span of days. */
export function FilterChip({ label, text, onRemove, children }: Props) {
  const { t } = useTranslation('common')
  // Only the centred placement is pushed back into a narrow screen.
  const isPhone = useIsPhone()
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={text ? `${styles.chip} ${styles.on}` : styles.chip}>
      <Popover trigger="click" placement={isPhone ? 'bottom' : 'bottomLeft'} arrow={false} open={isOpen} onOpenChange={setOpen} destroyOnHidden content={<div className={styles.field}>{children(() => setOpen(false))}</div>}>
        <button type="button" aria-expanded={isOpen} aria-haspopup="dialog">
          {label}
          {text ? (
            <strong>
              {t('colon')}
              {text}
            </strong>
          ) : (
            <DownOutlined />
          )}
        </button>
      </Popover>
      {text && (
        <button type="button" aria-label={t('filter.remove', { label })} onClick={onRemove}>
          <CloseCircleFilled />
        </button>
      )}
    </span>
  )
}
