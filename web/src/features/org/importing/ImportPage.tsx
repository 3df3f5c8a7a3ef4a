import { useTranslation } from 'react-i18next'
import { ImportWizard } from '@/components/importing/ImportWizard'
import { urlOf } from '@/lib/api'
import { departmentsKey } from '@/lib/queryKeys'
import { employeesKey } from '../requests/usePeople'
import { useStartImport } from '../requests/usePeopleImport'
import { PeopleChoices } from './PeopleChoices'
import type { PeopleChoice, PeopleReport } from './report'

/** People from a sheet. */
export function ImportPage() {
  const { t } = useTranslation('org')
  return (
    <ImportWizard<PeopleReport, PeopleChoice>
      title={t('import.title')}
      note={t('import.note')}
      keptAs="import-people"
      start={useStartImport()}
      templateText={t('import.template_text')}
      templateUrl={(format) => urlOf('/api/v1/employees/import-template', { query: { format } })}
      dropNote={t('import.drop_note')}
      firstChoice={{ onError: 'import_nothing', makeDepartments: true, makePositions: true }}
      Choices={PeopleChoices}
      figures={(report) => [
        { count: report.added, text: t('import.added') },
        { count: report.changed, text: t('import.changed') },
        { count: report.skipped, text: t('import.known') },
      ]}
      countOf={(report) => report.added + report.changed}
      carryOut={(count) => t('import.carry_out', { count })}
      tags={{
        new_person: { tone: 'done', text: t('import.verdicts.new_person') },
        changed_person: { tone: 'active', text: t('import.verdicts.changed_person') },
        known_person: { tone: 'neutral', text: t('import.verdicts.known_person') },
      }}
      columns={[{ key: 'name', title: t('field.name'), width: 220, render: (_, line) => line.verdict?.name || '—' }]}
      errorFileUrl={(taskId) => urlOf('/api/v1/employees/imports/{task_id}/error-file', { path: { task_id: taskId } })}
      progress={t('import.progress')}
      did={(report) => t('import.did', { added: report.added, changed: report.changed, skipped: report.skipped, errors: report.error_count })}
      leadsTo={{ path: '/people', text: t('import.to_list') }}
      changed={[employeesKey, departmentsKey, ['positions']]}
    />
  )
}
