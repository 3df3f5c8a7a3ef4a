import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CursorList } from '@/lib/useCursorList'
import styles from './CardList.module.css'
import type { Column } from './DataTable'

interface Props<Row> {
  columns: Column<Row>[]
  list: CursorList<Row>
  rowKey: (row: Row) => string
  rowPath?: (row: Row) => string
  selection?: { keys: string[]; onChange: (keys: string[]) => void }
  label: string
}

/** The phone's form of a table: title and status, then two fields that tell what matters. */
export function CardList<Row>({ columns, list, rowKey, rowPath, selection, label }: Props<Row>) {
  const { t } = useTranslation('common')
  const title = columns.find((column) => column.onCard === 'title')
  const status = columns.find((column) => column.onCard === 'status')
  const secondary = columns.filter((column) => column.onCard === 'secondary').slice(0, 2)
  const toggle = (key: string) => selection?.onChange(selection.keys.includes(key) ? selection.keys.filter((each) => each !== key) : [...selection.keys, key])
  return (
    <ul className={styles.cards} aria-label={label}>
      {list.items.map((row) => {
        const key = rowKey(row)
        return (
          <li key={key} className={styles.card}>
            {selection && <Checkbox checked={selection.keys.includes(key)} onChange={() => toggle(key)} aria-label={t('table.select_row')} />}
            <div className={styles.body}>
              <div className={styles.head}>
                {rowPath ? (
                  <Link to={rowPath(row)} className={styles.title}>
                    {title?.render(row)}
                  </Link>
                ) : (
                  <span className={styles.title}>{title?.render(row)}</span>
                )}
                {status?.render(row)}
              </div>
              <dl className={styles.fields}>
                {secondary.map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{column.render(row)}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
