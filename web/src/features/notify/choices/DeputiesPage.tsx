import { PlusOutlined, UserSwitchOutlined } from '@ant-design/icons'
import { Button, Form, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DateField } from '@/components/DateField'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { StateTag } from '@/components/StateTag'
import { useMay, useSession } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import { type Deputy, type DeputyForm, useDeputies, useDismissDeputy, useNameDeputy } from '../requests/useDeputies'
import styles from './Choices.module.css'

/** Who is told in my place while I am away, and for whom I stand in. Who manages people sees to everybody's. */
export function DeputiesPage() {
  const { t } = useTranslation('notify')
  const managesPeople = useMay('people.manage')
  const { data: deputies, error, refetch } = useDeputies(managesPeople)
  const [isNaming, setNaming] = useState(false)
  if (error && !deputies) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!deputies) return <Skeleton active />
  const name = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNaming(true)}>
      {t('deputies.name')}
    </Button>
  )
  return (
    <>
      <Card title={t('deputies.title')} extra={deputies.length > 0 && name} flush>
        {deputies.length === 0 ? (
          <EmptyState small icon={<UserSwitchOutlined />} title={t('deputies.none')} text={t('deputies.none_text')} action={name} />
        ) : (
          <>
            <p className={styles.note}>{t('deputies.note')}</p>
            <ul className={styles.deputies}>
              {deputies.map((deputy) => (
                <DeputyLine key={deputy.id} deputy={deputy} mayDismiss={managesPeople} />
              ))}
            </ul>
          </>
        )}
      </Card>
      <NameDeputy isOpen={isNaming} onClose={() => setNaming(false)} forOthers={managesPeople} />
    </>
  )
}

function DeputyLine({ deputy, mayDismiss }: { deputy: Deputy; mayDismiss: boolean }) {
  const { t } = useTranslation('notify')
  const { user } = useSession()
  const time = useTimeText()
  const dismiss = useDismissDeputy()
  const [isAsking, setAsking] = useState(false)
  const isMine = deputy.employee_id === user.employee_id
  const isNow = deputy.from_date <= time.civil(time.now).date
  const key = isMine ? 'mine' : deputy.deputy_id === user.employee_id ? 'i_stand_in' : 'others'
  return (
    <li>
      <div className={styles.sentence}>
        {t(`deputies.${key}`, { deputy: deputy.deputy_name, away: deputy.employee_name })}
        <small>{t('deputies.days', { from: time.day(deputy.from_date), to: time.day(deputy.to_date) })}</small>
      </div>
      <StateTag tone={isNow ? 'active' : 'neutral'} text={t(isNow ? 'deputies.now' : 'deputies.later')} />
      {(isMine || mayDismiss) && (
        <Button danger aria-label={t('deputies.dismiss_this', { deputy: deputy.deputy_name })} onClick={() => setAsking(true)}>
          {t('deputies.dismiss')}
        </Button>
      )}
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('deputies.dismiss_title', { deputy: deputy.deputy_name })} act={t('deputies.dismiss')} isDangerous onConfirm={() => dismiss.mutateAsync(deputy.id)}>
        {t('deputies.dismiss_text')}
      </ConfirmDialog>
    </li>
  )
}

function NameDeputy({ isOpen, onClose, forOthers }: { isOpen: boolean; onClose: () => void; forOthers: boolean }) {
  const { t } = useTranslation('notify')
  const { user } = useSession()
  const time = useTimeText()
  const name = useNameDeputy()
  const submit = (form: DeputyForm, key: string) => name.mutateAsync({ form, key })
  return (
    <FormDrawer<DeputyForm> title={t('deputies.name')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={{ employee_id: user.employee_id, from_date: time.civil(time.now).date }}>
      {forOthers && (
        <Form.Item name="employee_id" label={t('deputies.away')}>
          <PersonSelect known={{ id: user.employee_id, name: user.name }} allowClear={false} />
        </Form.Item>
      )}
      <Form.Item name="deputy_id" label={t('deputies.deputy')} rules={[{ required: true, message: t('deputies.deputy_missing') }]} extra={t('deputies.deputy_hint')}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="from_date" label={t('deputies.from')} rules={[{ required: true, message: t('deputies.from_missing') }]}>
        <DateField />
      </Form.Item>
      <Form.Item name="to_date" label={t('deputies.to')} rules={[{ required: true, message: t('deputies.to_missing') }]} extra={t('deputies.to_hint')}>
        <DateField futureOnly />
      </Form.Item>
    </FormDrawer>
  )
}
