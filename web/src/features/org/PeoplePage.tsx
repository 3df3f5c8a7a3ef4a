import { ApartmentOutlined, IdcardOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { FilterBar } from '@/components/FilterBar'
import { PageHeader } from '@/components/PageHeader'
import { useDepartments } from '@/components/requests/useDepartments'
import { useChangesOfMany } from '@/lib/live'
import { departmentsKey } from '@/lib/queryKeys'
import { useMay } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { useIsPhone } from '@/lib/useMedia'
import { useRowKeys } from '@/lib/useRowKeys'
import { useColumns } from './columns'
import { DepartmentForm } from './DepartmentForm'
import { DepartmentHead } from './DepartmentHead'
import { DepartmentSelect } from './DepartmentSelect'
import { DepartmentTree } from './DepartmentTree'
import { EmployeeForm } from './EmployeeForm'
import styles from './Org.module.css'
import { PersonDrawer } from './PersonDrawer'
import { employeesKey, usePeople } from './requests/usePeople'

/** A link to this page with one thing changed. */
function useAddress() {
  const [search] = useSearchParams()
  return (name: string, value: string) => {
    const next = new URLSearchParams(search)
    next.set(name, value)
    return `/people?${next.toString()}`
  }
}

/** Who works here, by department. */
export function PeoplePage() {
  const { t } = useTranslation('org')
  const isPhone = useIsPhone()
  const queryClient = useQueryClient()
  const address = useAddress()
  const onKeyDown = useRowKeys()
  const { q, filters, set, clear } = useListState(['department_id', 'left', 'person'])
  const { person, ...narrowing } = filters
  const { department_id, left } = filters
  const people = usePeople({ text: q || undefined, department_id, left: left === undefined ? undefined : true })
  const { data: departments = [] } = useDepartments()
  const mayManage = useMay('people.manage')
  const [adding, setAdding] = useState<'employee' | 'department'>()
  const columns = useColumns()
  useChangesOfMany('employee', () => void queryClient.invalidateQueries({ queryKey: employeesKey }))
  useChangesOfMany('department', () => void queryClient.invalidateQueries({ queryKey: departmentsKey }))

  const chosen = departments.find((department) => department.id === department_id)
  const parent = chosen ?? departments.find((department) => department.parent_id === null)
  const add = mayManage && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding('employee')}>
      {t('employee.add')}
    </Button>
  )
  const actions = mayManage && (
    <>
      <Link to="/people/positions">
        <Button icon={<IdcardOutlined />} aria-label={t('position.title')}>
          {!isPhone && t('position.title')}
        </Button>
      </Link>
      <Link to="/people/import">
        <Button icon={<ImportOutlined />} aria-label={t('import.open')}>
          {!isPhone && t('import.open')}
        </Button>
      </Link>
      <Button icon={<ApartmentOutlined />} aria-label={t('department.add')} onClick={() => setAdding('department')}>
        {!isPhone && t('department.add')}
      </Button>
      {add}
    </>
  )
  const who = { name: 'left', label: t('employee.who'), options: [{ value: '1', text: t('employee.with_left') }] }
  const isSearching = q !== '' || left !== undefined
  return (
    <>
      <PageHeader title={t('page.title')} note={t('page.note')} actions={actions} />
      <div className={styles.page}>
        {!isPhone && <DepartmentTree departments={departments.filter((each) => mayManage || !each.closed)} chosen={department_id} pathOf={(id) => address('department_id', id)} />}
        <div className={styles.list}>
          {isPhone && <DepartmentSelect value={department_id} onChange={(id) => set({ department_id: id })} placeholder={t('department.every')} />}
          <FilterBar q={q} values={narrowing} filters={[who]} placeholder={t('page.search')} onChange={set} onClear={clear} />
          {chosen && <DepartmentHead key={chosen.id} department={chosen} mayManage={mayManage} />}
          <div onKeyDown={onKeyDown}>
            <DataTable
              columns={columns}
              list={people}
              rowKey={(employee) => employee.id}
              rowPath={(employee) => address('person', employee.id)}
              staysInPlace
              openKey={person}
              label={t('page.title')}
              empty={
                isSearching ? (
                  <EmptyState title={t('page.none_found')} text={t('page.none_found_text')} action={<Button onClick={clear}>{t('filter.clear')}</Button>} />
                ) : (
                  <EmptyState title={t('page.none')} text={t(mayManage ? 'page.none_text' : 'page.none_reader')} action={add} />
                )
              }
            />
          </div>
        </div>
      </div>
      <PersonDrawer id={person} onClose={() => set({ person: undefined })} />
      <EmployeeForm isOpen={adding === 'employee'} onClose={() => setAdding(undefined)} departmentId={department_id} />
      <DepartmentForm isOpen={adding === 'department'} onClose={() => setAdding(undefined)} parentId={parent?.closed ? undefined : parent?.id} />
    </>
  )
}
