import { useTranslation } from 'react-i18next'
import { ImportWizard } from '@/components/importing/ImportWizard'
import { OnErrorChoice } from '@/components/importing/OnErrorChoice'
import type { ErrorChoice } from '@/components/importing/report'
import { urlOf } from '@/lib/api'
import { countsKey, queueKey, workItemsKey } from '@/lib/queryKeys'
import { useStartImport } from '../requests/useImport'
import type { FollowUpSheetReport } from './report'

/** Items and their follow-ups from the follow-up sheet. */
export function ImportPage() {
  const { t, i18n } = useTranslation('work')
  const failureOf = ({ failure }: { failure: string }) => {
    const key = `import.failure.${failure.replace('.', '_')}`
    return i18n.exists(key, { ns: 'work' }) ? t(key) : t('importing.failed')
  }
  return (
    <ImportWizard<FollowUpSheetReport, ErrorChoice>
      title={t('import.title')}
      note={t('import.note')}
      keptAs="import"
      start={useStartImport()}
      templateText={t('import.template_text')}
      templateUrl={(format) => urlOf('/api/v1/work-items/import-template', { query: { format } })}
      firstChoice={{ onError: 'import_nothing' }}
      Choices={OnErrorChoice}
      figures={(report) => [
        { count: report.items, text: t('import.new_items') },
        { count: report.follow_ups, text: t('import.follow_ups') },
        { count: report.skipped, text: t('import.known') },
      ]}
      countOf={(report) => report.items}
      carryOut={(count) => t('import.carry_out', { count })}
      tags={{
        new_item: { tone: 'done', text: t('import.verdicts.new_item') },
        known_item: { tone: 'neutral', text: t('import.verdicts.known_item') },
      }}
      columns={[
        { key: 'title', title: t('field.title'), width: 220, render: (_, line) => line.verdict?.title || '—' },
        { key: 'follow_ups', title: t('import.follow_ups'), width: 90, align: 'end', render: (_, line) => line.verdict?.follow_ups ?? 0 },
      ]}
      errorFileUrl={(taskId) => urlOf('/api/v1/work-items/imports/{task_id}/error-file', { path: { task_id: taskId } })}
      progress={t('import.progress')}
      failureOf={failureOf}
      did={(report) => t('import.did', { items: report.items, follow_ups: report.follow_ups, skipped: report.skipped, errors: report.error_count })}
      leadsTo={{ path: '/work-items?order=newest', text: t('import.to_list') }}
      changed={[workItemsKey, queueKey, countsKey]}
    />
  )
}
