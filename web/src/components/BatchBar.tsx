import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './BatchBar.module.css'

interface Props {
  count: number
  onClear: () => void
  actions: ReactNode
}

/** What can be done to the selected rows. */
export function BatchBar({ count, onClear, actions }: Props) {
  const { t } = useTranslation('common')
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('table.batch')}>
      <span role="status">{t('table.selected', { count })}</span>
      <Button type="link" size="small" onClick={onClear}>
        {t('table.clear_selection')}
      </Button>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}
