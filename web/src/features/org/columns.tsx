import { useTranslation } from 'react-i18next'
import type { Column } from '@/components/DataTable'
import { PersonName } from '@/components/Person'
import { StateTag } from '@/components/StateTag'
import styles from './Org.module.css'
import type { Employee } from './requests/usePeople'

export function useColumns(): Column<Employee>[] {
  const { t } = useTranslation('org')
  return [
    { key: 'name', title: t('field.name'), onCard: 'title', width: 140, render: (employee) => <PersonName name={employee.name} /> },
    { key: 'number', title: t('field.number'), onCard: 'status', width: 90, render: (employee) => <Number employee={employee} /> },
    { key: 'department', title: t('field.department'), onCard: 'secondary', width: 120, render: (employee) => employee.department_name ?? '—' },
    { key: 'position', title: t('field.position'), onCard: 'secondary', width: 130, render: (employee) => employee.position_name ?? '—' },
    { key: 'supervisor', title: t('field.supervisor'), width: 100, render: (employee) => employee.supervisor_name ?? '—' },
    { key: 'phone', title: t('field.phone'), width: 130, render: (employee) => employee.phone ?? '—' },
  ]
}

function Number({ employee }: { employee: Employee }) {
  const { t } = useTranslation('org')
  if (!employee.active) return <StateTag tone="neutral" text={t('employee.left')} />
  return <span className={styles.quiet}>{employee.number}</span>
}
