import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CursorList } from '@/lib/useCursorList'
import styles from './MoreRows.module.css'

/** How much of the list is here, and the way to the rest. */
export function MoreRows<Row>({ list }: { list: CursorList<Row> }) {
  const { t, i18n } = useTranslation('common')
  const number = new Intl.NumberFormat(i18n.language)
  const shown = number.format(list.items.length)
  return (
    <div className={styles.more}>
      <span role="status">{list.total === undefined ? t('table.shown', { shown }) : t('table.shown_of', { shown, total: number.format(list.total) })}</span>
      {list.hasMore && (
        <Button onClick={list.more} loading={list.isLoadingMore}>
          {t('table.more')}
        </Button>
      )}
    </div>
  )
}
