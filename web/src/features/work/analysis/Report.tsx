import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { keepCsv } from '@/lib/csv'
import styles from './Analysis.module.css'

interface Props<Line> {
  title: string
  note: string
  query: { data?: Line[]; error: unknown; isPending: boolean; isPlaceholderData: boolean; refetch: () => unknown }
  fileName: string
  heads: string[]
  rowKey: (line: Line) => string
  /** As the file has them. */
  cells: (line: Line) => (string | number)[]
  /** As the page shows them. */
  shown: (line: Line) => ReactNode[]
}

/** A table of figures with its file. On a phone each line becomes a card. */
export function Report<Line>({ title, note, query, fileName, heads, rowKey, cells, shown }: Props<Line>) {
  const { t } = useTranslation('analysis')
  if (query.isPending) return <PageSkeleton />
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const lines = query.data
  const download = lines.length > 0 && (
    <Button icon={<DownloadOutlined />} onClick={() => keepCsv([heads, ...lines.map(cells)], fileName)}>
      {t('download')}
    </Button>
  )
  return (
    <Card title={title} extra={download}>
      <p className={styles.note}>{note}</p>
      {lines.length === 0 ? (
        <EmptyState small title={t('none')} text={t('none_text')} />
      ) : (
        <table className={styles.report} aria-label={title} aria-busy={query.isPlaceholderData}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={rowKey(line)} heads={heads} values={shown(line)} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function Row({ heads, values: [name, ...values] }: { heads: string[]; values: ReactNode[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, index) => (
        <td key={heads[index + 1]} data-head={heads[index + 1]}>
          {value}
        </td>
      ))}
    </tr>
  )
}
