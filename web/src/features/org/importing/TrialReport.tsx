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
import { useStartImport } from '../requests/usePeopleImport'
import { ErrorFileButton } from './ErrorFileButton'
import { keptPeople, keptKey } from './kept'
import { firstChoice, type ImportChoice, type ImportResult } from './report'
import { VerdictTable } from './VerdictTable'

interface Props {
  taskId: string
  result: ImportResult
  onStarted: (taskId: string) => void
  onAgain: () => void
}

/** What would happen, row by row, before anything does. */
export function TrialReport({ taskId, result: { report, error_file_id }, onStarted, onAgain }: Props) {
  const { t } = useTranslation('org')
  const { user } = useSession()
  const start = useStartImport()
  const problemText = useProblemText()
  const [choice, setChoice] = useState<ImportChoice>(firstChoice)
  const { data: kept, isPending } = useQuery({ queryKey: [...keptKey(user.id), taskId], queryFn: async () => (await keptPeople.load(user.id)) ?? null, gcTime: 0 })
  const file = kept?.task === taskId ? kept.file : undefined
  const hasErrors = report.error_count > 0
  const count = report.added + report.changed
  const isBlocked = count === 0 || (hasErrors && choice.onError === 'import_nothing')
  const run = async (isTrial: boolean) => {
    if (!file) return
    try {
      const { task_id } = await start.mutateAsync({ file, isTrial, ...choice })
      await keptPeople.save(user.id, { file, task: task_id })
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
        {report.new_departments.length > 0 && (
          <Checkbox checked={choice.makeDepartments} onChange={(event) => setChoice({ ...choice, makeDepartments: event.target.checked })}>
            {t('import.make_departments', { names: report.new_departments.join(t('separator')) })}
          </Checkbox>
        )}
        {report.new_positions.length > 0 && (
          <Checkbox checked={choice.makePositions} onChange={(event) => setChoice({ ...choice, makePositions: event.target.checked })}>
            {t('import.make_positions', { names: report.new_positions.join(t('separator')) })}
          </Checkbox>
        )}
        {hasErrors && (
          <Radio.Group className={styles.choice} value={choice.onError} onChange={(event) => setChoice({ ...choice, onError: event.target.value as ImportChoice['onError'] })} aria-label={t('import.on_error')}>
            <Radio value="import_nothing">{t('import.import_nothing')}</Radio>
            <Radio value="skip_bad_rows">{t('import.skip_bad_rows')}</Radio>
          </Radio.Group>
        )}
        {!file && !isPending && <Alert type="warning" className={styles.gap} title={t('import.file_gone')} />}
        <div className={styles.acts}>
          <Button type="primary" disabled={isBlocked || !file} loading={start.isPending} onClick={() => void run(false)}>
            {t('import.carry_out', { count })}
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
