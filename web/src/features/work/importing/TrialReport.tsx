import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { useStartImport } from '../requests/useImport'
import { ErrorFileButton } from './ErrorFileButton'
import styles from '@/components/importing/Import.module.css'
import { keptImport } from '@/components/importing/keptFile'
import type { ImportResult, OnError } from './report'
import { VerdictTable } from './VerdictTable'

interface Props {
  taskId: string
  result: ImportResult
  onStarted: (taskId: string) => void
  onAgain: () => void
}

/** What would happen, row by row, before anything does. */
export function TrialReport({ taskId, result: { report, error_file_id }, onStarted, onAgain }: Props) {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const start = useStartImport()
  const problemText = useProblemText()
  const [onError, setOnError] = useState<OnError>('import_nothing')
  const { data: kept, isPending } = useQuery({ queryKey: ['kept-import', user.id, taskId], queryFn: async () => (await keptImport.load(user.id)) ?? null, gcTime: 0 })
  const file = kept?.task === taskId ? kept.file : undefined
  const hasErrors = report.error_count > 0
  const isBlocked = report.items === 0 || (hasErrors && onError === 'import_nothing')
  const carryOut = async () => {
    if (!file) return
    try {
      const { task_id } = await start.mutateAsync({ file, isTrial: false, onError })
      await keptImport.save(user.id, { file, task: task_id })
      onStarted(task_id)
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    }
  }
  return (
    <>
      <Card title={t('import.step_check')}>
        <ul className={styles.figures}>
          <Figure count={report.rows} text={t('import.rows')} />
          <Figure count={report.items} text={t('import.new_items')} />
          <Figure count={report.follow_ups} text={t('import.follow_ups')} />
          <Figure count={report.skipped} text={t('import.known')} />
          <Figure count={report.error_count} text={t('import.errors')} isBad={hasErrors} />
        </ul>
        {hasErrors && (
          <Radio.Group className={styles.choice} value={onError} onChange={(event) => setOnError(event.target.value as OnError)} aria-label={t('import.on_error')}>
            <Radio value="import_nothing">{t('import.import_nothing')}</Radio>
            <Radio value="skip_bad_rows">{t('import.skip_bad_rows')}</Radio>
          </Radio.Group>
        )}
        {!file && !isPending && <Alert type="warning" className={styles.gap} title={t('import.file_gone')} />}
        <div className={styles.acts}>
          <Button type="primary" disabled={isBlocked || !file} loading={start.isPending} onClick={() => void carryOut()}>
            {t('import.carry_out', { count: report.items })}
          </Button>
          {error_file_id && <ErrorFileButton taskId={taskId} />}
          <Button onClick={onAgain}>{t('import.other_file')}</Button>
        </div>
      </Card>
      <VerdictTable report={report} />
    </>
  )
}

function Figure({ count, text, isBad = false }: { count: number; text: string; isBad?: boolean }) {
  return (
    <li className={isBad ? styles.bad : undefined}>
      <strong>{count}</strong>
      <span>{text}</span>
    </li>
  )
}
