import { Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './AmountGrid.module.css'
import { useWan } from './wan'

/** Amounts in 元 shown, and typed, in 万元. */
export function WanSwitch() {
  const { t } = useTranslation('common')
  const id = useId()
  const [isWan, setWan] = useWan()
  return (
    <span className={styles.wan}>
      <Switch id={id} size="small" checked={isWan} onChange={setWan} />
      <label htmlFor={id}>{t('grid.wan')}</label>
    </span>
  )
}
