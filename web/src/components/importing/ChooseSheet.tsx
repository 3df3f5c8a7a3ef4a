import { FileExcelOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import { DropSheet } from './DropSheet'
import styles from './Import.module.css'
import type { KeptImport } from './keptFile'

interface Props {
  /** How the sheet is to be filled in. */
  text: string
  templates: { text: string; url: string; name: string }[]
  /** What has to be said before the sheet is read. */
  choices?: ReactNode
  title?: string
  note?: string
  unfinished: KeptImport | undefined
  isSending: boolean
  onGoOn: (task: string) => void
  onFile: (file: File) => Promise<void>
}

/** A template to fill in, and the filled-in sheet to try out. */
export function ChooseSheet({ text, templates, choices, title, note, unfinished, isSending, onGoOn, onFile }: Props) {
  const { t } = useTranslation('common')
  const problemText = useProblemText()
  const [problem, setProblem] = useState('')
  const take = async (file: File) => {
    setProblem('')
    await onFile(file).catch((error: unknown) => setProblem(problemText(asProblem(error))))
  }
  const fetchTemplate = (url: string, name: string) => download(url, name).catch((error: unknown) => toast.error(problemText(asProblem(error))))
  return (
    <>
      {unfinished && <Alert type="info" className={styles.gap} title={t('importing.unfinished', { name: unfinished.file.name })} action={<Button onClick={() => onGoOn(unfinished.task)}>{t('importing.go_on')}</Button>} />}
      <Card title={t('importing.step_template')}>
        <p className={styles.text}>{text}</p>
        <div className={styles.acts}>
          {templates.map((template) => (
            <Button key={template.url} icon={<FileExcelOutlined />} onClick={() => void fetchTemplate(template.url, template.name)}>
              {template.text}
            </Button>
          ))}
        </div>
      </Card>
      {choices}
      <Card title={title ?? t('importing.step_file')}>
        {problem && <Alert type="error" role="alert" className={styles.gap} title={problem} />}
        <DropSheet text={t(isSending ? 'importing.sending' : 'importing.drop')} note={note ?? t('importing.drop_note')} onFile={(file) => void take(file)} />
      </Card>
    </>
  )
}
