import { EditOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonAvatar } from '@/components/Person'
import { useDepartments } from '@/components/requests/useDepartments'
import { StateTag } from '@/components/StateTag'
import { useMay } from '@/lib/session'
import { AccountCard } from './AccountCard'
import { EmployeeForm } from './EmployeeForm'
import styles from './Org.module.css'
import { type Employee, useEmployee } from './requests/usePeople'

interface Props {
  id: string | undefined
  onClose: () => void
}

/** One person beside the list. */
export function PersonDrawer({ id, onClose }: Props) {
  const { t } = useTranslation('org')
  return (
    <Drawer title={t('employee.drawer')} open={id !== undefined} onClose={onClose} size="min(520px, 100vw)" destroyOnHidden>
      {id && <Person key={id} id={id} />}
    </Drawer>
  )
}

function Person({ id }: { id: string }) {
  const { t } = useTranslation('org')
  const { data: employee, error, refetch } = useEmployee(id)
  const mayManage = useMay('people.manage')
  const mayAccounts = useMay('accounts.manage')
  const [isEditing, setEditing] = useState(false)
  if (error && !employee) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!employee) return <PageSkeleton />
  return (
    <>
      <div className={styles.person}>
        <PersonAvatar name={employee.name} size={48} />
        <div>
          <h2>
            {employee.name}
            {!employee.active && <StateTag tone="neutral" text={t('employee.left')} />}
          </h2>
          <p>{employee.number}</p>
        </div>
        {mayManage && (
          <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )}
      </div>
      <Facts employee={employee} />
      {mayAccounts && <AccountCard employee={employee} />}
      <EmployeeForm isOpen={isEditing} onClose={() => setEditing(false)} employee={employee} />
    </>
  )
}

function Facts({ employee }: { employee: Employee }) {
  const { t } = useTranslation('org')
  const { data: departments = [] } = useDepartments()
  const path = departments.find((department) => department.id === employee.department_id)?.path.join(' / ')
  return (
    <dl className={styles.facts}>
      <Fact label={t('field.department')}>{path ?? employee.department_name}</Fact>
      <Fact label={t('field.position')}>{employee.position_name}</Fact>
      <Fact label={t('field.supervisor')}>{employee.supervisor_name}</Fact>
      {employee.phone && (
        <Fact label={t('field.phone')}>
          <a href={`tel:${employee.phone}`}>{employee.phone}</a>
        </Fact>
      )}
      {employee.email && (
        <Fact label={t('field.email')}>
          <a href={`mailto:${employee.email}`}>{employee.email}</a>
        </Fact>
      )}
      <Fact label={t('field.entry_date')}>{employee.entry_date}</Fact>
      {employee.leave_date && <Fact label={t('field.leave_date')}>{employee.leave_date}</Fact>}
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children ?? '—'}</dd>
    </div>
  )
}
