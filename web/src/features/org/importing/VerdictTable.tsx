import { Switch, Table } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import styles from '@/components/importing/Import.module.css'
import { StateTag, type Tone } from '@/components/StateTag'
import { linesOf, type ImportReport, type RowVerdict } from './report'

const tones: Record<RowVerdict['verdict'], Tone> = { new_person: 'done', changed_person: 'active', known_person: 'neutral', refused: 'late' }

/** Each row of the sheet, numbered as the spreadsheet numbers it, with what is wrong in it. */
export function VerdictTable({ report }: { report: ImportReport }) {
  const { t } = useTranslation('org')
  const switchId = useId()
  const [isOnlyBad, setOnlyBad] = useState(report.error_count > 0)
  const lines = linesOf(report).filter((line) => !isOnlyBad || line.errors.length > 0)
  const filter = report.error_count > 0 && (
    <span className={styles.only}>
      <Switch id={switchId} size="small" checked={isOnlyBad} onChange={setOnlyBad} />
      <label htmlFor={switchId}>{t('import.only_bad')}</label>
    </span>
  )
  return (
    <Card title={t('import.row_by_row')} extra={filter} flush>
      <div className={styles.table} role="region" aria-label={t('import.row_by_row')} tabIndex={0}>
        <Table
          dataSource={lines}
          rowKey="row"
          size="middle"
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { key: 'row', title: t('import.row'), width: 72, render: (_, line) => line.row },
            { key: 'verdict', title: t('import.verdict'), width: 120, render: (_, line) => <StateTag tone={tones[line.verdict]} text={t(`import.verdicts.${line.verdict}`)} /> },
            { key: 'name', title: t('field.name'), width: 220, render: (_, line) => line.name || '—' },
            {
              key: 'errors',
              title: t('import.why'),
              render: (_, line) => (
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
