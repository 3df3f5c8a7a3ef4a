import { ColumnWidthOutlined, RedoOutlined, ScissorOutlined, VerticalAlignBottomOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './AmountGrid.module.css'

interface Props {
  onFill: (direction: 'right' | 'down') => void
  onEmpty: () => void
  onRedo?: () => void
  isRedoable?: boolean
}

/** What keys do, for fingers: fill from the selected cells to the right or downwards, empty them, do again. */
export function GridTools({ onFill, onEmpty, onRedo, isRedoable = false }: Props) {
  const { t } = useTranslation('common')
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('grid.tools')}>
      <Button size="small" icon={<ColumnWidthOutlined />} onClick={() => onFill('right')}>
        {t('grid.fill_right')}
      </Button>
      <Button size="small" icon={<VerticalAlignBottomOutlined />} onClick={() => onFill('down')}>
        {t('grid.fill_down')}
      </Button>
      <Button size="small" icon={<ScissorOutlined />} onClick={onEmpty}>
        {t('grid.empty')}
      </Button>
      {onRedo && (
        <Button size="small" icon={<RedoOutlined />} disabled={!isRedoable} onClick={onRedo}>
          {t('grid.redo')}
        </Button>
      )}
    </div>
  )
}
