import { FileExcelOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { DropSheet } from '@/components/importing/DropSheet'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { useStartImport } from '../requests/useImport'
import styles from '@/components/importing/Import.module.css'
import { keptImport } from '@/components/importing/keptFile'

interface Props {
  onStarted: (taskId: string) => void
}

export function ChooseFile({ onStarted }: Props) {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const { data: kept } = useQuery({ queryKey: ['kept-import', user.id], queryFn: async () => (await keptImport.load(user.id)) ?? null, gcTime: 0 })
  return (
    <>
      {kept && <Alert type="info" className={styles.gap} title={t('import.unfinished', { name: kept.file.name })} action={<Button onClick={() => onStarted(kept.task)}>{t('import.go_on')}</Button>} />}
      <Card title={t('import.step_template')}>
        <p className={styles.text}>{t('import.template_text')}</p>
        <div className={styles.acts}>
          <TemplateButton format="xlsx" />
          <TemplateButton format="csv" />
        </div>
      </Card>
      <Card title={t('import.step_file')}>
        <DropFile onStarted={onStarted} />
      </Card>
    </>
  )
}

function TemplateButton({ format }: { format: 'xlsx' | 'csv' }) {
  const { t } = useTranslation('work')
  const problemText = useProblemText()
  const fetchTemplate = () => download(urlOf('/api/v1/work-items/import-template', { query: { format } }), `template.${format}`).catch((error: unknown) => toast.error(problemText(asProblem(error))))
  return (
    <Button icon={<FileExcelOutlined />} onClick={() => void fetchTemplate()}>
      {t(`import.template_${format}`)}
    </Button>
  )
}

function DropFile({ onStarted }: Props) {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const start = useStartImport()
  const problemText = useProblemText()
  const [problem, setProblem] = useState('')
  const tryOut = async (file: File) => {
    setProblem('')
    try {
      const { task_id } = await start.mutateAsync({ file, isTrial: true, onError: 'import_nothing' })
      await keptImport.save(user.id, { file, task: task_id })
      onStarted(task_id)
    } catch (error) {
      setProblem(problemText(asProblem(error)))
    }
  }
  return (
    <>
      {problem && <Alert type="error" role="alert" className={styles.gap} title={problem} />}
      <DropSheet text={t(start.isPending ? 'import.sending' : 'import.drop')} note={t('import.drop_note')} onFile={(file) => void tryOut(file)} />
    </>
  )
}
