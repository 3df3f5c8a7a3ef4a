import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import type { CustomersQuery } from './query'

/** What the list shows, all pages of it, as a file. */
export function ExportMenu({ query }: { query: CustomersQuery }) {
  const { t } = useTranslation('customer')
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const fetchFile = async (format: string) => {
    setBusy(true)
    try {
      await download(urlOf('/api/v1/customers/export', { query: { ...query, format } }), `customers.${format}`)
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dropdown trigger={['click']} menu={{ items: ['xlsx', 'csv'].map((key) => ({ key, label: t(`export.${key}`) })), onClick: ({ key }) => void fetchFile(key) }}>
      <Tooltip title={t('export.title')}>
        <Button icon={<DownloadOutlined />} loading={isBusy} aria-label={t('export.title')} />
      </Tooltip>
    </Dropdown>
  )
}
