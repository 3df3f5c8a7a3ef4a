import { Switch, Table } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import styles from '@/components/importing/Import.module.css'
import { StateTag } from '@/components/StateTag'
import type { ShownLine } from './report'

/** The rows of a sheet, numbered as the spreadsheet numbers them, with what is wrong in them. */
export function RowTable({ lines, hasNames }: { lines: ShownLine[]; hasNames: boolean }) {
  const { t } = useTranslation('goal')
  const switchId = useId()
  const hasErrors = lines.some((line) => line.errors.length > 0)
  const [isOnlyBad, setOnlyBad] = useState(hasErrors)
  const filter = hasErrors && hasNames && (
    <span className={styles.only}>
      <Switch id={switchId} size="small" checked={isOnlyBad} onChange={setOnlyBad} />
      <label htmlFor={switchId}>{t('import.only_bad')}</label>
    </span>
  )
  const names = [
    { key: 'verdict', title: t('import.verdict'), width: 110, render: (_: unknown, line: ShownLine) => <StateTag tone={line.errors.length > 0 ? 'late' : 'done'} text={t(line.errors.length > 0 ? 'import.refused' : 'import.new_goal')} /> },
    { key: 'person', title: t('card.person'), width: 110, render: (_: unknown, line: ShownLine) => line.person ?? '—' },
    { key: 'what', title: t('import.what'), width: 220, render: (_: unknown, line: ShownLine) => line.what ?? '—' },
  ]
  return (
    <Card title={t('import.row_by_row')} extra={filter} flush>
      <div className={styles.table} role="region" aria-label={t('import.row_by_row')} tabIndex={0}>
        <Table
          dataSource={lines.filter((line) => !isOnlyBad || line.errors.length > 0)}
          rowKey="row"
          size="middle"
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { key: 'row', title: t('import.row'), width: 80, render: (_: unknown, line: ShownLine) => (line.row > 0 ? line.row : t('import.whole_file')) },
            ...(hasNames ? names : []),
            {
              key: 'errors',
              title: t('import.why'),
              render: (_: unknown, line: ShownLine) => (
                <ul className={styles.reasons}>
                  {line.errors.map((error, index) => (
                    <li key={index}>
                      {error.column && <strong>{error.column}</strong>} {error.message}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </div>
    </Card>
  )
}
