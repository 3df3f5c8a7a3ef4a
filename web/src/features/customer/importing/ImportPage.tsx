import { useTranslation } from 'react-i18next'
import { ImportWizard } from '@/components/importing/ImportWizard'
import { urlOf } from '@/lib/api'
import { customersKey } from '../requests/keys'
import { useStartImport } from '../requests/useImport'
import { CustomerChoices } from './CustomerChoices'
import type { CustomerChoice, CustomerReport } from './report'

/** Customers from a sheet. */
export function ImportPage() {
  const { t } = useTranslation('customer')
  return (
    <ImportWizard<CustomerReport, CustomerChoice>
      title={t('import.title')}
      note={t('import.note')}
      keptAs="import-customers"
      start={useStartImport()}
      templateText={t('import.template_text')}
      templateUrl={(format) => urlOf('/api/v1/customers/import-template', { query: { format } })}
      firstChoice={{ onError: 'import_nothing', despiteDuplicates: false }}
      Choices={CustomerChoices}
      figures={(report) => [
        { count: report.added, text: t('import.added') },
        { count: report.changed, text: t('import.changed') },
        { count: report.skipped, text: t('import.known') },
      ]}
      countOf={(report) => report.added + report.changed}
      carryOut={(count, { despiteDuplicates }) => (despiteDuplicates ? t('import.carry_out_all') : t('import.carry_out', { count }))}
      overrides={({ despiteDuplicates }) => despiteDuplicates}
      tags={{
        new_customer: { tone: 'done', text: t('import.verdicts.new_customer') },
        changed_customer: { tone: 'active', text: t('import.verdicts.changed_customer') },
        known_customer: { tone: 'neutral', text: t('import.verdicts.known_customer') },
      }}
      columns={[{ key: 'name', title: t('field.name'), width: 220, render: (_, line) => line.verdict?.name || '—' }]}
      errorFileUrl={(taskId) => urlOf('/api/v1/customers/imports/{task_id}/error-file', { path: { task_id: taskId } })}
      progress={t('import.progress')}
      did={(report) => t('import.did', { added: report.added, changed: report.changed, skipped: report.skipped, errors: report.error_count })}
      leadsTo={{ path: '/customers', text: t('import.to_list') }}
      changed={[customersKey]}
    />
  )
}
