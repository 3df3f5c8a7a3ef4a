import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'

/** The refused rows in the person's own columns, with the reason; corrected, it can be imported again. */
export function ErrorFileButton({ taskId }: { taskId: string }) {
  const { t } = useTranslation('org')
  const problemText = useProblemText()
  const fetchFile = () => download(urlOf('/api/v1/employees/imports/{task_id}/error-file', { path: { task_id: taskId } }), 'errors.xlsx').catch((error: unknown) => toast.error(problemText(asProblem(error))))
  return (
    <Button icon={<DownloadOutlined />} onClick={() => void fetchFile()}>
      {t('import.error_file')}
    </Button>
  )
}
