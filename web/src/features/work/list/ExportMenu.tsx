import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import type { ListQuery } from './query'

const FILES = {
  list_xlsx: { format: 'xlsx' },
  list_csv: { format: 'csv' },
  xlsx: { format: 'xlsx', columns: 'all' },
  csv: { format: 'csv', columns: 'all' },
  sheet: { format: 'xlsx', columns: 'paper' },
  pdf: { format: 'pdf', columns: 'paper' },
}
type FileKey = keyof typeof FILES

export type ListColumn = Schema<'ListColumn'>

const GROUPS: { key: string; files: FileKey[] }[] = [
  { key: 'as_list', files: ['list_xlsx', 'list_csv'] },
  { key: 'as_sheet', files: ['xlsx', 'csv', 'sheet', 'pdf'] },
]

/** What the list shows, all pages of it, as a file: with the columns shown, or as the follow-up sheet. */
export function ExportMenu({ query, columns }: { query: ListQuery; columns: ListColumn[] }) {
  const { t } = useTranslation('work')
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const fetchFile = async (key: FileKey) => {
    setBusy(true)
    const file = FILES[key]
    try {
      const fields = key.startsWith('list_') ? columns : undefined
      await download(urlOf('/api/v1/work-items/export', { query: { ...query, ...file, fields } }), `work-items.${file.format}`)
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    } finally {
      setBusy(false)
    }
  }
  const items = GROUPS.map((group) => ({ key: group.key, type: 'group' as const, label: t(`export.${group.key}`), children: group.files.map((key) => ({ key, label: t(`export.${key}`) })) }))
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void fetchFile(key as FileKey) }}>
      <Tooltip title={t('export.title')}>
        <Button icon={<DownloadOutlined />} loading={isBusy} aria-label={t('export.title')} />
      </Tooltip>
    </Dropdown>
  )
}
