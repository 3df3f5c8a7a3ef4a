import { ControlOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './ColumnChoice.module.css'
import { visibleColumns } from './columns'
import type { Column } from './DataTable'

interface Props<Row> {
  columns: Column<Row>[]
  chosen: string[] | undefined
  onChange: (keys: string[] | undefined) => void
}

export function ColumnChoice<Row>({ columns, chosen, onChange }: Props<Row>) {
  const { t } = useTranslation('common')
  const shown = visibleColumns(columns, chosen).map((column) => column.key)
  const content = (
    <div className={styles.choice}>
      <Checkbox.Group value={shown} onChange={(keys) => onChange(columns.map((column) => column.key).filter((key) => keys.includes(key)))}>
        {columns.map((column) => (
          <Checkbox key={column.key} value={column.key} disabled={column.onCard === 'title'}>
            {column.title}
          </Checkbox>
        ))}
      </Checkbox.Group>
      <Button size="small" type="link" onClick={() => onChange(undefined)}>
        {t('table.columns_reset')}
      </Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={t('table.columns')}>
      <Tooltip title={t('table.columns')}>
        <Button icon={<ControlOutlined />} aria-label={t('table.columns')} />
      </Tooltip>
    </Popover>
  )
}
