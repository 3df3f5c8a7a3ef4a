import { EditOutlined, LogoutOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { lazy, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { OnceOpened } from '@/components/OnceOpened'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonAvatar } from '@/components/Person'
import { useDepartments } from '@/components/requests/useDepartments'
import { StateTag } from '@/components/StateTag'
import { useMay } from '@/lib/session'
import { AccountCard } from './AccountCard'
import { EmployeeForm } from './EmployeeForm'
import { History } from './History'
import styles from './Org.module.css'
import { type Employee, useEmployee } from './requests/usePeople'

const LeavingForm = lazy(async () => ({ default: (await import('./leaving/LeavingForm')).LeavingForm }))

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
  const [opened, setOpened] = useState<'edit' | 'leave'>()
  const close = () => setOpened(undefined)
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
          <div className={styles.acts}>
            <Button icon={<EditOutlined />} onClick={() => setOpened('edit')}>
              {t('edit')}
            </Button>
            <Button icon={<LogoutOutlined />} onClick={() => setOpened('leave')}>
              {t(employee.leave_date ? 'leaving.again' : 'leaving.open')}
            </Button>
          </div>
        )}
      </div>
      <Facts employee={employee} />
      {mayAccounts && <AccountCard employee={employee} />}
      {mayManage && (
        <Card title={t('history.title')}>
          <History of="employee" id={id} />
        </Card>
      )}
      <EmployeeForm isOpen={opened === 'edit'} onClose={close} employee={employee} />
      <OnceOpened isOpen={opened === 'leave'}>
        <LeavingForm isOpen={opened === 'leave'} onClose={close} employee={employee} />
      </OnceOpened>
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
