import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'

/** The refused rows in the person's own columns, with the reason; corrected, it can be imported again. */
export function ErrorFileButton({ url }: { url: string }) {
  const { t } = useTranslation('common')
  const problemText = useProblemText()
  const fetchFile = () => download(url, 'errors.xlsx').catch((error: unknown) => toast.error(problemText(asProblem(error))))
  return (
    <Button icon={<DownloadOutlined />} onClick={() => void fetchFile()}>
      {t('importing.error_file')}
    </Button>
  )
}
