import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '@/components/PageHeader'
import { useTask } from '@/components/requests/useTask'
import { ChooseFile } from './ChooseFile'
import { ImportUnderWay } from './ImportUnderWay'
import { resultOf } from './report'
import { TrialReport } from './TrialReport'

/** Sheet → trial → import. The address holds the task, so that the page can be left and returned to. */
export function ImportPage() {
  const { t } = useTranslation('org')
  const [search, setSearch] = useSearchParams()
  const task = search.get('task') ?? undefined
  const { data } = useTask(task)
  const result = resultOf(data)
  const show = (id: string | undefined) => setSearch(id ? { task: id } : {})
  return (
    <>
      <PageHeader title={t('import.title')} note={t('import.note')} />
      {!task && <ChooseFile onStarted={show} />}
      {task && result?.report.dry_run && <TrialReport key={task} taskId={task} result={result} onStarted={show} onAgain={() => show(undefined)} />}
      {task && !result?.report.dry_run && <ImportUnderWay taskId={task} task={data} result={result} onAgain={() => show(undefined)} />}
    </>
  )
}
