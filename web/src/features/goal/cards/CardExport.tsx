import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import type { CardFilters } from '../requests/useGoalCards'

/** What the list shows, all pages of it, a row a goal; changed, it can be imported for another period. */
export function CardExport({ query }: { query: CardFilters }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const fetchFile = async (format: string) => {
    setBusy(true)
    await download(urlOf('/api/v1/goal-cards/export', { query: { ...query, format } }), `goal-cards.${format}`).catch((error: unknown) => toast.error(problemText(asProblem(error))))
    setBusy(false)
  }
  return (
    <Dropdown trigger={['click']} menu={{ items: ['xlsx', 'csv'].map((key) => ({ key, label: t(`filter.export_${key}`) })), onClick: ({ key }) => void fetchFile(key) }}>
      <Tooltip title={t('filter.export')}>
        <Button icon={<DownloadOutlined />} loading={isBusy} aria-label={t('filter.export')} />
      </Tooltip>
    </Dropdown>
  )
}
