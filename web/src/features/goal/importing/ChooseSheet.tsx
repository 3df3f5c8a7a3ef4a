import { FileExcelOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { DropSheet } from '@/components/importing/DropSheet'
import styles from '@/components/importing/Import.module.css'
import type { KeptImport } from '@/components/importing/keptFile'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'

interface Props {
  /** How the sheet is to be filled in. */
  text: string
  templates: { text: string; url: string; name: string }[]
  /** What has to be said before the sheet is read. */
  choices?: ReactNode
  kept: KeptImport | undefined
  onGoOn: (task: string) => void
  onFile: (file: File) => Promise<void>
}

export function ChooseSheet({ text, templates, choices, kept, onGoOn, onFile }: Props) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const [isSending, setSending] = useState(false)
  const take = async (file: File) => {
    setSending(true)
    await onFile(file)
    setSending(false)
  }
  return (
    <>
      {kept && <Alert type="info" className={styles.gap} title={t('import.unfinished', { name: kept.file.name })} action={<Button onClick={() => onGoOn(kept.task)}>{t('import.go_on')}</Button>} />}
      <Card title={t('import.step_template')}>
        <p className={styles.text}>{text}</p>
        <div className={styles.acts}>
          {templates.map((template) => (
            <Button key={template.url} icon={<FileExcelOutlined />} onClick={() => void download(template.url, template.name).catch((error: unknown) => toast.error(problemText(asProblem(error))))}>
              {template.text}
            </Button>
          ))}
        </div>
      </Card>
      {choices}
      <Card title={t('import.step_file')}>
        <DropSheet text={t(isSending ? 'import.sending' : 'import.drop')} note={t('import.drop_note')} onFile={(file) => void take(file)} />
      </Card>
    </>
  )
}
