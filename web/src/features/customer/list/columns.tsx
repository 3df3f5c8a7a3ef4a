import { useTranslation } from 'react-i18next'
import type { Column } from '@/components/DataTable'
import { PersonName } from '@/components/Person'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import styles from '../Customer.module.css'
import { TierTag } from '../TierTag'
import { toneOfState } from '../words'

export type Line = Schema<'CustomerLine'>

/** The columns of the list; what people rarely need waits in the column choice. */
export function useColumns(): Column<Line>[] {
  const { t } = useTranslation('customer')
  return [
    {
      key: 'name',
      title: t('field.name'),
      onCard: 'title',
      width: 208,
      render: (line) => (
        <span className={styles.name}>
          <TierTag tier={line.tier} />
          <span>{line.name}</span>
        </span>
      ),
    },
    { key: 'state', title: t('field.state'), onCard: 'status', width: 108, render: (line) => <StateTag tone={toneOfState[line.state]} text={t(`state.${line.state}`)} /> },
    { key: 'account_manager', title: t('field.account_manager'), onCard: 'secondary', width: 100, render: (line) => <PersonName name={line.account_manager.name} /> },
    { key: 'contact', title: t('field.contact'), onCard: 'secondary', width: 184, render: (line) => <MainContact line={line} /> },
    { key: 'region', title: t('field.region'), width: 92, render: (line) => line.region ?? '—' },
    { key: 'industry', title: t('field.industry'), width: 88, render: (line) => line.industry ?? '—' },
    { key: 'number', title: t('field.number'), width: 92, render: (line) => <span className={styles.quiet}>{line.number}</span> },
    { key: 'department', title: t('field.department'), width: 120, isOptional: true, render: (line) => line.department_name ?? '—' },
    { key: 'address', title: t('field.address'), width: 200, isOptional: true, render: (line) => line.address ?? '—' },
    { key: 'email', title: t('field.email'), width: 180, isOptional: true, render: (line) => line.contact_email ?? '—' },
  ]
}

function MainContact({ line }: { line: Line }) {
  if (!line.contact_name) return <>—</>
  return (
    <span className={styles.contact}>
      {line.contact_name}
      {line.contact_phone && <a href={`tel:${line.contact_phone}`}>{line.contact_phone}</a>}
    </span>
  )
}
