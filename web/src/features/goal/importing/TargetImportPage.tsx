import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { ChooseSheet } from '@/components/importing/ChooseSheet'
import { RowTable } from '@/components/importing/RowTable'
import { TrialReport } from '@/components/importing/TrialReport'
import { UnderWay } from '@/components/importing/UnderWay'
import { useImporting } from '@/components/importing/useImporting'
import { PageHeader } from '@/components/PageHeader'
import { useTask } from '@/components/requests/useTask'
import { urlOf } from '@/lib/api'
import { targetSheetKey, targetSheetsKey } from '../requests/keys'
import { useStartTargetImport } from '../requests/useStartImport'
import { useTargetSheet } from '../requests/useTargetSheet'
import { targetReportOf } from './report'

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
  const importing = useImporting(`import-targets-${id}`, taskId, useStartTargetImport(), show)
  const report = targetReportOf(task)
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
          title={t('import.step_file')}
          unfinished={importing.unfinished}
          isSending={importing.isSending}
          onGoOn={show}
          onFile={(file) => importing.tryOut(file, { sheetId: id })}
        />
      )}
      {taskId && report?.dry_run && (
        <>
          <TrialReport
            title={t('import.step_check')}
            figures={[
              { count: report.rows, text: t('importing.rows') },
              { count: report.cells, text: t('import.cells') },
              { count: report.rows_added, text: t('import.rows_added') },
              { count: report.error_count, text: t('importing.errors'), isBad: report.error_count > 0 },
            ]}
            carryOut={t('import.change_cells', { count: report.cells })}
            isPossible={report.error_count === 0 && report.cells + report.rows_added > 0}
            whyNot={t('import.all_or_nothing')}
            file={importing.file}
            isSending={importing.isSending}
            onCarryOut={() => void importing.carryOut({ sheetId: id })}
            onAgain={() => show(undefined)}
          />
          {report.errors.length > 0 && <RowTable key={taskId} report={report} />}
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
          leadsTo={{ path: `/goals/targets/${id}`, text: t('import.to_sheet') }}
          onAgain={() => show(undefined)}
        />
      )}
    </>
  )
}
