import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import styles from '@/components/importing/Import.module.css'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { useStartImport } from '../requests/useImport'
import { ErrorFileButton } from './ErrorFileButton'
import { keptCustomers, keptKey } from './kept'
import { hasLookalikes, type ImportChoice, type ImportResult } from './report'
import { VerdictTable } from './VerdictTable'

interface Props {
  taskId: string
  result: ImportResult
  onStarted: (taskId: string) => void
  onAgain: () => void
}

/** What would happen, row by row, before anything does. */
export function TrialReport({ taskId, result: { report, error_file_id }, onStarted, onAgain }: Props) {
  const { t } = useTranslation('customer')
  const { user } = useSession()
  const start = useStartImport()
  const problemText = useProblemText()
  const [choice, setChoice] = useState<ImportChoice>({ onError: 'import_nothing', despiteDuplicates: false })
  const { data: kept, isPending } = useQuery({ queryKey: [...keptKey(user.id), taskId], queryFn: async () => (await keptCustomers.load(user.id)) ?? null, gcTime: 0 })
  const file = kept?.task === taskId ? kept.file : undefined
  const hasErrors = report.error_count > 0
  const count = report.added + report.changed
  const isBlocked = !choice.despiteDuplicates && (count === 0 || (hasErrors && choice.onError === 'import_nothing'))
  const run = async (isTrial: boolean) => {
    if (!file) return
    try {
      const { task_id } = await start.mutateAsync({ file, isTrial, ...choice })
      await keptCustomers.save(user.id, { file, task: task_id })
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
          <Figure count={report.added} text={t('import.added')} />
          <Figure count={report.changed} text={t('import.changed')} />
          <Figure count={report.skipped} text={t('import.known')} />
          <Figure count={report.error_count} text={t('import.errors')} isBad={hasErrors} />
        </ul>
        {hasErrors && (
          <div className={styles.choice}>
            <Radio.Group className={styles.choice} value={choice.onError} onChange={(event) => setChoice({ ...choice, onError: event.target.value as ImportChoice['onError'] })} aria-label={t('import.on_error')}>
              <Radio value="import_nothing">{t('import.import_nothing')}</Radio>
              <Radio value="skip_bad_rows">{t('import.skip_bad_rows')}</Radio>
            </Radio.Group>
            {hasLookalikes(report) && (
              <Checkbox checked={choice.despiteDuplicates} onChange={(event) => setChoice({ ...choice, despiteDuplicates: event.target.checked })}>
                {t('import.despite_duplicates')}
              </Checkbox>
            )}
          </div>
        )}
        {!file && !isPending && <Alert type="warning" className={styles.gap} title={t('import.file_gone')} />}
        <div className={styles.acts}>
          <Button type="primary" disabled={isBlocked || !file} loading={start.isPending} onClick={() => void run(false)}>
            {choice.despiteDuplicates ? t('import.carry_out_all') : t('import.carry_out', { count })}
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
