import { EditOutlined, HistoryOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { PersonName } from '@/components/Person'
import type { Department } from '@/components/requests/useDepartments'
import { toast } from '@/components/toast'
import { DepartmentForm } from './DepartmentForm'
import { History } from './History'
import styles from './Org.module.css'
import { useChangeDepartment } from './requests/useChangeDepartment'

interface Props {
  department: Department
  mayManage: boolean
}

/** The chosen department above its people: where it stands, who leads it, and what can be done with it. */
export function DepartmentHead({ department, mayManage }: Props) {
  const { t } = useTranslation('org')
  const change = useChangeDepartment()
  const [opened, setOpened] = useState<'edit' | 'add' | 'close' | 'history'>()
  const close = () => setOpened(undefined)
  const setClosed = async (closed: boolean) => {
    await change.mutateAsync({ id: department.id, version: department.version, patch: { closed } })
    toast.success(t(closed ? 'department.close_done' : 'department.reopened', { name: department.name }))
  }
  return (
    <section className={styles.head} aria-label={department.name}>
      <div>
        <h2>{department.path.join(' / ')}</h2>
        <p>
          {t('department.manager')}
          {t('colon')}
          {department.manager_name ? <PersonName name={department.manager_name} /> : t('department.no_manager')}
        </p>
      </div>
      {mayManage && (
        <div className={styles.acts}>
          <Button size="small" icon={<HistoryOutlined />} onClick={() => setOpened('history')}>
            {t('history.title')}
          </Button>
          {department.closed ? (
            <Button size="small" onClick={() => setOpened('close')}>
              {t('department.reopen')}
            </Button>
          ) : (
            <>
              <Button size="small" icon={<EditOutlined />} onClick={() => setOpened('edit')}>
                {t('department.edit')}
              </Button>
              <Button size="small" icon={<PlusOutlined />} onClick={() => setOpened('add')}>
                {t('department.add_below')}
              </Button>
              {department.parent_id && (
                <Button size="small" type="text" onClick={() => setOpened('close')}>
                  {t('department.close')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      <Drawer title={t('history.of', { name: department.name })} open={opened === 'history'} onClose={close} size="min(520px, 100vw)" destroyOnHidden>
        <History of="department" id={department.id} />
      </Drawer>
      <DepartmentForm isOpen={opened === 'edit'} onClose={close} department={department} />
      <DepartmentForm isOpen={opened === 'add'} onClose={close} parentId={department.id} />
      <ConfirmDialog
        isOpen={opened === 'close'}
        onClose={close}
        title={t(department.closed ? 'department.reopen_title' : 'department.close_title', { name: department.name })}
        act={t(department.closed ? 'department.reopen' : 'department.close')}
        onConfirm={() => setClosed(!department.closed)}
      >
        {t(department.closed ? 'department.reopen_text' : 'department.close_text')}
      </ConfirmDialog>
    </section>
  )
}
