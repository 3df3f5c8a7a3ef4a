import { FileExcelOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { DropSheet } from '@/components/importing/DropSheet'
import styles from '@/components/importing/Import.module.css'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { useStartImport } from '../requests/usePeopleImport'
import { keptPeople, keptKey } from './kept'
import { firstChoice } from './report'

interface Props {
  onStarted: (taskId: string) => void
}

export function ChooseFile({ onStarted }: Props) {
  const { t } = useTranslation('org')
  const { user } = useSession()
  const problemText = useProblemText()
  const start = useStartImport()
  const [problem, setProblem] = useState('')
  const { data: kept } = useQuery({ queryKey: keptKey(user.id), queryFn: async () => (await keptPeople.load(user.id)) ?? null, gcTime: 0 })
  const tryOut = async (file: File) => {
    setProblem('')
    try {
      const { task_id } = await start.mutateAsync({ file, isTrial: true, ...firstChoice })
      await keptPeople.save(user.id, { file, task: task_id })
      onStarted(task_id)
    } catch (error) {
      setProblem(problemText(asProblem(error)))
    }
  }
  const fetchTemplate = (format: string) => download(urlOf('/api/v1/employees/import-template', { query: { format } }), `template.${format}`).catch((error: unknown) => toast.error(problemText(asProblem(error))))
  return (
    <>
      {kept && <Alert type="info" className={styles.gap} title={t('import.unfinished', { name: kept.file.name })} action={<Button onClick={() => onStarted(kept.task)}>{t('import.go_on')}</Button>} />}
      <Card title={t('import.step_template')}>
        <p className={styles.text}>{t('import.template_text')}</p>
        <div className={styles.acts}>
          {['xlsx', 'csv'].map((format) => (
            <Button key={format} icon={<FileExcelOutlined />} onClick={() => void fetchTemplate(format)}>
              {t(`import.template_${format}`)}
            </Button>
          ))}
        </div>
      </Card>
      <Card title={t('import.step_file')}>
        {problem && <Alert type="error" role="alert" className={styles.gap} title={problem} />}
        <DropSheet text={t(start.isPending ? 'import.sending' : 'import.drop')} note={t('import.drop_note')} onFile={(file) => void tryOut(file)} />
      </Card>
    </>
  )
}
