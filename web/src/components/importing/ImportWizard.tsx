import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '@/components/PageHeader'
import { useTask } from '@/components/requests/useTask'
import { ChooseSheet } from './ChooseSheet'
import { ErrorFileButton } from './ErrorFileButton'
import { ImportTrial } from './ImportTrial'
import { resultOf, type ErrorChoice, type ImportReport } from './report'
import type { SheetImport } from './sheetImport'
import { UnderWay } from './UnderWay'
import { useImporting } from './useImporting'

/** Sheet → trial → import. The address holds the task, so that the page can be left and returned to. */
export function ImportWizard<Report extends ImportReport, Choice extends ErrorChoice>(sheet: SheetImport<Report, Choice>) {
  const { t } = useTranslation('common')
  const queryClient = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const taskId = search.get('task') ?? undefined
  const { data: task } = useTask(taskId)
  const show = (id: string | undefined) => setSearch(id ? { task: id } : {})
  const importing = useImporting(sheet.keptAs, taskId, sheet.start, show)
  const result = resultOf<Report>(task)
  const report = result?.report
  const errorFile = taskId && result?.error_file_id && <ErrorFileButton url={sheet.errorFileUrl(taskId)} />
  const again = () => show(undefined)
  const onDone = () => {
    void importing.forget()
    for (const queryKey of sheet.changed) void queryClient.invalidateQueries({ queryKey })
  }
  return (
    <>
      <PageHeader title={sheet.title} note={sheet.note} />
      {!taskId && (
        <ChooseSheet
          text={sheet.templateText}
          templates={[
            { text: t('importing.template_xlsx'), url: sheet.templateUrl('xlsx'), name: 'template.xlsx' },
            { text: t('importing.template_csv'), url: sheet.templateUrl('csv'), name: 'template.csv' },
          ]}
          note={sheet.dropNote}
          unfinished={importing.unfinished}
          isSending={importing.isSending}
          onGoOn={show}
          onFile={(file) => importing.tryOut(file, sheet.firstChoice)}
        />
      )}
      {taskId && report?.dry_run && (
        <ImportTrial key={taskId} sheet={sheet} report={report} file={importing.file} errorFile={errorFile} onCarryOut={(choice) => void importing.carryOut(choice)} onAgain={again} />
      )}
      {taskId && !report?.dry_run && (
        <UnderWay task={task} title={sheet.progress} did={report && sheet.did(report)} failure={task && sheet.failureOf?.(task)} leadsTo={sheet.leadsTo} errorFile={errorFile} onDone={onDone} onAgain={again} />
      )}
    </>
  )
}
