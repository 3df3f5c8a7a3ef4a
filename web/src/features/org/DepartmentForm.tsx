import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import type { Department } from '@/components/requests/useDepartments'
import { toast } from '@/components/toast'
import { changesOf } from '@/lib/changes'
import { DepartmentSelect } from './DepartmentSelect'
import { type DepartmentForm as Values, useAddDepartment, useChangeDepartment } from './requests/useChangeDepartment'

interface Props {
  isOpen: boolean
  onClose: () => void
  /** The one to change; a new one without it. */
  department?: Department
  /** Where a new one stands. */
  parentId?: string
}

const valuesOf = ({ name, parent_id, manager_id }: Department): Values => ({ name, parent_id: parent_id ?? undefined, manager_id: manager_id ?? undefined })

export function DepartmentForm({ isOpen, onClose, department, parentId }: Props) {
  const { t } = useTranslation('org')
  const add = useAddDepartment()
  const change = useChangeDepartment()
  const submit = async (values: Values, key: string) => {
    if (department) await change.mutateAsync({ id: department.id, version: department.version, patch: changesOf(valuesOf(department), values) })
    else await add.mutateAsync({ form: values, key })
    toast.success(t(department ? 'saved' : 'department.added', { name: values.name }))
  }
  const manager = department?.manager_id ? { id: department.manager_id, name: department.manager_name ?? '' } : undefined
  const isRoot = department !== undefined && department.parent_id === null
  return (
    <FormDrawer<Values> title={t(department ? 'department.edit' : 'department.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={department ? valuesOf(department) : { parent_id: parentId }}>
      <Form.Item name="name" label={t('department.name')} rules={[{ required: true, whitespace: true, message: t('department.name_missing') }]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      {!isRoot && (
        <Form.Item name="parent_id" label={t('department.parent')} required extra={department && t('department.parent_hint')}>
          <DepartmentSelect without={department?.id} allowClear={false} />
        </Form.Item>
      )}
      <Form.Item name="manager_id" label={t('department.manager')}>
        <PersonSelect known={manager} />
      </Form.Item>
    </FormDrawer>
  )
}
