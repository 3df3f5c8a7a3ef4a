import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorChoice, ImportReport } from './report'
import { RowTable } from './RowTable'
import type { SheetImport } from './sheetImport'
import { TrialReport } from './TrialReport'

interface Props<Report extends ImportReport, Choice extends ErrorChoice> {
  sheet: SheetImport<Report, Choice>
  report: Report
  file: File | null | undefined
  errorFile: ReactNode
  onCarryOut: (choice: Choice) => void
  onAgain: () => void
}

/** What would happen, row by row, and what is chosen about it. */
export function ImportTrial<Report extends ImportReport, Choice extends ErrorChoice>({ sheet, report, file, errorFile, onCarryOut, onAgain }: Props<Report, Choice>) {
  const { t } = useTranslation('common')
  const [choice, setChoice] = useState(sheet.firstChoice)
  const { Choices } = sheet
  const hasErrors = report.error_count > 0
  const count = sheet.countOf(report)
  return (
    <>
      <TrialReport
        figures={[{ count: report.rows, text: t('importing.rows') }, ...sheet.figures(report), { count: report.error_count, text: t('importing.errors'), isBad: hasErrors }]}
        choices={<Choices report={report} choice={choice} change={(part) => setChoice({ ...choice, ...part })} />}
        carryOut={sheet.carryOut(count, choice)}
        isPossible={sheet.overrides?.(choice) || (count > 0 && (!hasErrors || choice.onError === 'skip_bad_rows'))}
        file={file}
        isSending={sheet.start.isPending}
        errorFile={errorFile}
        onCarryOut={() => onCarryOut(choice)}
        onAgain={onAgain}
      />
      <RowTable report={report} tags={sheet.tags} columns={sheet.columns} />
    </>
  )
}
