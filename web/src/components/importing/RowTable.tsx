import { Switch, Table, type TableColumnsType } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { StateTag, type Tone } from '@/components/StateTag'
import styles from './Import.module.css'
import { ListedInPart } from './ListedInPart'
import { linesOf, type Line, type RowVerdict, type SheetReport } from './report'

/** How each verdict is told; any other row is refused. */
export type VerdictTags = Record<string, { tone: Tone; text: string }>

interface Props<Verdict extends RowVerdict> {
  /** Without verdicts: only what is wrong is listed. */
  report: SheetReport & { verdicts?: Verdict[] }
  tags?: VerdictTags
  columns?: TableColumnsType<Line<Verdict>>
}

/** The rows of a sheet, numbered as the spreadsheet numbers them, with what is wrong in them. */
export function RowTable<Verdict extends RowVerdict>({ report, tags = {}, columns = [] }: Props<Verdict>) {
  const { t } = useTranslation('common')
  const switchId = useId()
  const { verdicts, errors, error_count } = report
  const [isOnlyBad, setOnlyBad] = useState(error_count > 0)
  const lines = linesOf(verdicts ?? [], errors).filter((line) => !isOnlyBad || line.errors.length > 0)
  const tagOf = ({ verdict }: Line<Verdict>) => (verdict && tags[verdict.verdict]) ?? { tone: 'late', text: t('importing.refused') }
  const filter = verdicts && error_count > 0 && (
    <span className={styles.only}>
      <Switch id={switchId} size="small" checked={isOnlyBad} onChange={setOnlyBad} />
      <label htmlFor={switchId}>{t('importing.only_bad')}</label>
    </span>
  )
  const shown: TableColumnsType<Line<Verdict>> = [
    { key: 'row', title: t('importing.row'), width: 72, render: (_, line) => (line.row > 0 ? line.row : t('importing.whole_file')) },
    ...(verdicts ? [{ key: 'verdict', title: t('importing.verdict'), width: 120, render: (_: unknown, line: Line<Verdict>) => <StateTag {...tagOf(line)} /> }] : []),
    ...columns,
    {
      key: 'errors',
      title: t('importing.why'),
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
  ]
  return (
    <Card title={t('importing.row_by_row')} extra={filter} flush>
      <ListedInPart report={report} />
      <div className={styles.table} role="region" aria-label={t('importing.row_by_row')} tabIndex={0}>
        <Table dataSource={lines} rowKey="row" size="middle" pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} columns={shown} />
      </div>
    </Card>
  )
}
