import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import { changesOf } from '@/lib/changes'
import { DepartmentSelect } from './DepartmentSelect'
import styles from './Org.module.css'
import { PositionSelect } from './PositionSelect'
import { type Employee, type EmployeeForm as NewEmployee, useAddEmployee, useChangeEmployee } from './requests/usePeople'

type Values = NewEmployee & { leave_date?: string | null }

interface Props {
  isOpen: boolean
  onClose: () => void
  /** The one to change; a new one without it. */
  employee?: Employee
  departmentId?: string
}

function valuesOf(employee: Employee): Values {
  const { number, name, pinyin, department_id, position_id, supervisor_id, phone, email, entry_date, leave_date } = employee
  const filled = Object.entries({ number, name, pinyin, department_id, position_id, supervisor_id, phone, email, entry_date, leave_date }).map(([key, value]) => [key, value ?? undefined])
  return Object.fromEntries(filled) as Values
}

export function EmployeeForm({ isOpen, onClose, employee, departmentId }: Props) {
  const { t } = useTranslation('org')
  const add = useAddEmployee()
  const change = useChangeEmployee()
  const submit = async (values: Values, key: string) => {
    if (employee) await change.mutateAsync({ id: employee.id, version: employee.version, patch: changesOf(valuesOf(employee), values) })
    else await add.mutateAsync({ form: values, key })
    toast.success(t(employee ? 'saved' : 'employee.added', { name: values.name }))
  }
  const supervisor = employee?.supervisor_id ? { id: employee.supervisor_id, name: employee.supervisor_name ?? '' } : undefined
  return (
    <FormDrawer<Values> title={t(employee ? 'employee.edit' : 'employee.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={employee ? valuesOf(employee) : { department_id: departmentId }} draft={employee ? undefined : 'new-employee'}>
      <div className={styles.pair}>
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('employee.name_missing') }]}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="number" label={t('field.number')} rules={[{ required: true, whitespace: true, message: t('employee.number_missing') }]}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="pinyin" label={t('field.pinyin')} extra={t('employee.pinyin_hint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="department_id" label={t('field.department')}>
        <DepartmentSelect />
      </Form.Item>
      <Form.Item name="position_id" label={t('field.position')}>
        <PositionSelect />
      </Form.Item>
      <Form.Item name="supervisor_id" label={t('field.supervisor')}>
        <PersonSelect known={supervisor} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="phone" label={t('field.phone')}>
          <Input type="tel" maxLength={40} />
        </Form.Item>
        <Form.Item name="email" label={t('field.email')}>
          <Input type="email" maxLength={200} />
        </Form.Item>
        <Form.Item name="entry_date" label={t('field.entry_date')}>
          <DateField />
        </Form.Item>
        {employee?.leave_date && (
          <Form.Item name="leave_date" label={t('field.leave_date')} extra={t('employee.leave_hint')}>
            <DateField />
          </Form.Item>
        )}
      </div>
    </FormDrawer>
  )
}
