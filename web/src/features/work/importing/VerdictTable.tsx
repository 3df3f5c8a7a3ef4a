import { Switch, Table } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { StateTag, type Tone } from '@/components/StateTag'
import styles from '@/components/importing/Import.module.css'
import { errorsByRow, type ImportReport, type RowVerdict } from './report'

const tones: Record<RowVerdict['verdict'], Tone> = { new_item: 'done', known_item: 'neutral', refused: 'late' }

/** Each row of the sheet, numbered as the spreadsheet numbers it, with what is wrong in it. */
export function VerdictTable({ report }: { report: ImportReport }) {
  const { t } = useTranslation('work')
  const switchId = useId()
  const [isOnlyBad, setOnlyBad] = useState(report.error_count > 0)
  const errors = errorsByRow(report.errors)
  // Errors of the header or of rows beyond the listed ones have no verdict of their own.
  const listed = new Set(report.verdicts.map((verdict) => verdict.row))
  const others: RowVerdict[] = [...errors.keys()].filter((row) => !listed.has(row)).map((row) => ({ row, title: '', verdict: 'refused', follow_ups: 0 }))
  const verdicts = [...report.verdicts, ...others].sort((a, b) => a.row - b.row)
  const shown = isOnlyBad ? verdicts.filter((verdict) => errors.has(verdict.row)) : verdicts
  const filter = report.error_count > 0 && (
    <span className={styles.only}>
      <Switch id={switchId} size="small" checked={isOnlyBad} onChange={setOnlyBad} />
      <label htmlFor={switchId}>{t('import.only_bad')}</label>
    </span>
  )
  return (
    <Card title={t('import.row_by_row')} extra={filter} flush>
      <div className={styles.table} role="region" aria-label={t('import.row_by_row')} tabIndex={0}>
        <Table<RowVerdict>
          dataSource={shown}
          rowKey="row"
          size="middle"
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { key: 'row', title: t('import.row'), width: 72, render: (_, verdict) => verdict.row },
            { key: 'verdict', title: t('import.verdict'), width: 110, render: (_, verdict) => <StateTag tone={tones[verdict.verdict]} text={t(`import.verdicts.${verdict.verdict}`)} /> },
            { key: 'title', title: t('field.title'), width: 220, render: (_, verdict) => verdict.title || '—' },
            { key: 'follow_ups', title: t('import.follow_ups'), width: 90, align: 'end', render: (_, verdict) => verdict.follow_ups },
            {
              key: 'errors',
              title: t('import.why'),
              render: (_, verdict) => (
                <ul className={styles.reasons}>
                  {errors.get(verdict.row)?.map((error, index) => (
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
