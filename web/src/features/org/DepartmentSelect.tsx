import { TreeSelect } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDepartments } from '@/components/requests/useDepartments'
import { useClearing } from '@/components/useClearing'

interface Props {
  id?: string
  value?: string
  onChange?: (id: string | undefined) => void
  /** Left out with everything below it: a department can't stand below itself. */
  without?: string
  allowClear?: boolean
  placeholder?: string
}

/** Chooses an open department. */
export function DepartmentSelect({ id, value, onChange, without, allowClear = true, placeholder }: Props) {
  const { t } = useTranslation('org')
  const clearing = useClearing()
  const { data: departments = [] } = useDepartments()
  const parents = new Map(departments.map((department) => [department.id, department.parent_id]))
  const isWithin = (each: string | null | undefined): boolean => each != null && (each === without || isWithin(parents.get(each)))
  const offered = departments.filter((department) => (!department.closed || department.id === value) && !(without && isWithin(department.id)))
  return (
    <TreeSelect
      id={id}
      value={value}
      onChange={(next: string | undefined) => onChange?.(next)}
      allowClear={allowClear && clearing}
      aria-label={id ? undefined : t('field.department')}
      placeholder={placeholder ?? t('department.choose')}
      style={{ width: '100%' }}
      treeDataSimpleMode
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeData={offered.map((department) => ({ id: department.id, pId: department.parent_id ?? undefined, value: department.id, title: department.name }))}
    />
  )
}
