import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import type { ListQuery } from './query'

const FILES = {
  xlsx: { format: 'xlsx', columns: 'all' },
  csv: { format: 'csv', columns: 'all' },
  sheet: { format: 'xlsx', columns: 'paper' },
  pdf: { format: 'pdf', columns: 'paper' },
}
type FileKey = keyof typeof FILES

/** What the list shows, all pages of it, as a file. */
export function ExportMenu({ query }: { query: ListQuery }) {
  const { t } = useTranslation('work')
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const fetchFile = async (key: FileKey) => {
    setBusy(true)
    const file = FILES[key]
    try {
      await download(urlOf('/api/v1/work-items/export', { query: { ...query, ...file } }), `work-items.${file.format}`)
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dropdown trigger={['click']} menu={{ items: Object.keys(FILES).map((key) => ({ key, label: t(`export.${key}`) })), onClick: ({ key }) => void fetchFile(key as FileKey) }}>
      <Tooltip title={t('export.title')}>
        <Button icon={<DownloadOutlined />} loading={isBusy} aria-label={t('export.title')} />
      </Tooltip>
    </Dropdown>
  )
}
