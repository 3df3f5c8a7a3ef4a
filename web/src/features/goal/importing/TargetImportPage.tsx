import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { PageHeader } from '@/components/PageHeader'
import { useTask } from '@/components/requests/useTask'
import { urlOf } from '@/lib/api'
import { targetSheetKey, targetSheetsKey } from '../requests/keys'
import { useStartTargetImport } from '../requests/useStartImport'
import { useTargetSheet } from '../requests/useTargetSheet'
import { ChooseSheet } from './ChooseSheet'
import { linesOf, targetReportOf } from './report'
import { RowTable } from './RowTable'
import { TrialReport } from './TrialReport'
import { UnderWay } from './UnderWay'
import { useImporting } from './useImporting'

/** Numbers for one target sheet from a file. The address holds the task, so that the page can be left and returned to. */
export function TargetImportPage() {
  const { t } = useTranslation('goal')
  const { id = '' } = useParams()
  const queryClient = useQueryClient()
  const { data: sheet, error, refetch } = useTargetSheet(id)
  const [search, setSearch] = useSearchParams()
  const taskId = search.get('task') ?? undefined
  const show = (task: string | undefined) => setSearch(task ? { task } : {})
  const { data: task } = useTask(taskId)
  const start = useStartTargetImport(id)
  const importing = useImporting(`targets-${id}`, (file, isTrial) => start.mutateAsync({ file, isTrial }), show)
  const report = targetReportOf(task)
  const file = importing.kept?.task === taskId ? importing.kept?.file : undefined
  if (error && !sheet) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader title={t('import.targets_title')} note={sheet && <Link to={`/goals/targets/${id}`}>{sheet.title}</Link>} />
      {!taskId && sheet && (
        <ChooseSheet
          text={t('import.targets_template')}
          templates={(['sheet', 'long'] as const).map((form) => ({
            text: `${t(`export.${form}`)} · xlsx`,
            url: urlOf('/api/v1/target-sheets/{id}/export', { path: { id }, query: { form, format: 'xlsx' } }),
            name: `${sheet.title}.xlsx`,
          }))}
          kept={importing.kept}
          onGoOn={show}
          onFile={(chosen) => importing.start(chosen, true)}
        />
      )}
      {taskId && report?.dry_run && (
        <>
          <TrialReport
            figures={[
              { count: report.rows, text: t('import.rows') },
              { count: report.cells, text: t('import.cells') },
              { count: report.rows_added, text: t('import.rows_added') },
              { count: report.error_count, text: t('import.errors'), isBad: report.error_count > 0 },
            ]}
            carryOut={t('import.change_cells', { count: report.cells })}
            isPossible={report.error_count === 0 && report.cells + report.rows_added > 0}
            isSending={start.isPending}
            isGone={!file && !importing.isLoading}
            onCarryOut={() => file && void importing.start(file, false)}
            onAgain={() => show(undefined)}
          />
          {report.errors.length > 0 && <RowTable key={taskId} lines={linesOf(report)} hasNames={false} />}
        </>
      )}
      {taskId && !report?.dry_run && (
        <UnderWay
          task={task}
          title={t('import.targets_title')}
          did={report && (report.error_count > 0 ? t('import.nothing_changed', { count: report.error_count }) : t('import.changed_cells', { cells: report.cells, rows: report.rows, added: report.rows_added }))}
          onDone={() => {
            if (report?.error_count === 0) void importing.forget()
            for (const queryKey of [targetSheetKey(id), targetSheetsKey]) void queryClient.invalidateQueries({ queryKey })
          }}
          acts={
            <>
              <Link to={`/goals/targets/${id}`}>
                <Button type="primary">{t('import.to_sheet')}</Button>
              </Link>
              <Button onClick={() => show(undefined)}>{t('import.again')}</Button>
            </>
          }
        />
      )}
    </>
  )
}
