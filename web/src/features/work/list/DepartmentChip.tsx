import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FilterChip } from '@/components/FilterChip'
import { useOpenDepartments } from '@/components/requests/useDepartments'

interface Props {
  id: string | undefined
  onChange: (id: string | undefined) => void
}

/** A department with everything below it. */
export function DepartmentChip({ id, onChange }: Props) {
  const { t } = useTranslation('work')
  const { data: departments = [] } = useOpenDepartments()
  const chosen = departments.find((department) => department.id === id)
  return (
    <FilterChip label={t('field.department')} text={id ? (chosen?.name ?? '…') : ''} onRemove={() => onChange(undefined)}>
      {(close) => (
        <Select
          style={{ width: '100%' }}
          autoFocus
          defaultOpen
          aria-label={t('field.department')}
          placeholder={t('list.choose_department')}
          value={id}
          showSearch={{ optionFilterProp: 'label' }}
          options={departments.map((department) => ({ value: department.id, label: department.path.join(' / ') }))}
          onChange={(next: string) => {
            onChange(next)
            close()
          }}
        />
      )}
    </FilterChip>
  )
}
