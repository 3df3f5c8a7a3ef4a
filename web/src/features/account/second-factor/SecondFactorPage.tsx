import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { FormDrawer } from '@/components/FormDrawer'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useSession } from '@/lib/session'
import { useReadSessionAgain, useRemoveSecondFactor, useRenewRecoveryCodes } from '../requests/useSecondFactor'
import { CodeField } from './CodeField'
import { RecoveryCodes } from './RecoveryCodes'
import styles from './SecondFactor.module.css'
import { SetUp } from './SetUp'

const FEW = 3

export function SecondFactorPage() {
  const { t } = useTranslation('account')
  const { user, second_factor: factor } = useSession()
  const readAgain = useReadSessionAgain()
  const [isSettingUp, setSettingUp] = useState(false)
  const done = () => {
    setSettingUp(false)
    void readAgain()
  }
  return (
    <Card title={t('second_factor.title')} extra={<StateTag tone={factor.on ? 'done' : 'neutral'} text={t(factor.on ? 'second_factor.is_on' : 'second_factor.is_off')} />}>
      {factor.on && !isSettingUp ? (
        <SwitchedOn />
      ) : (
        <>
          <p className={styles.note}>{t('second_factor.note')}</p>
          {factor.due_at && (
            <p className={styles.note}>
              <strong>{t('second_factor.asked')}</strong> {t('second_factor.until')} <RelativeTime at={factor.due_at} />
            </p>
          )}
          {isSettingUp ? (
            <SetUp login={user.login} onDone={done} />
          ) : (
            <Button type="primary" onClick={() => setSettingUp(true)}>
              {t('second_factor.set_up')}
            </Button>
          )}
        </>
      )}
    </Card>
  )
}

function SwitchedOn() {
  const { t } = useTranslation('account')
  const { second_factor: factor } = useSession()
  const readAgain = useReadSessionAgain()
  const renew = useRenewRecoveryCodes()
  const remove = useRemoveSecondFactor()
  const [opened, setOpened] = useState<'renew' | 'remove'>()
  const [codes, setCodes] = useState<string[]>()
  const close = () => setOpened(undefined)
  const act = async ({ code }: { code: string }) => {
    if (opened === 'renew') return setCodes((await renew.mutateAsync(code)).codes)
    await remove.mutateAsync(code)
    toast.success(t('second_factor.removed'))
    await readAgain()
  }
  const putAway = () => {
    setCodes(undefined)
    void readAgain()
  }
  if (codes) return <RecoveryCodes codes={codes} onDone={putAway} />
  return (
    <>
      <p className={styles.note}>
        {factor.since && (
          <>
            {t('second_factor.since')} <RelativeTime at={factor.since} />
            {t('second_factor.stop')}
          </>
        )}{' '}
        {t('second_factor.left', { count: factor.recovery_codes_left })} {factor.recovery_codes_left < FEW && t('second_factor.few')}
      </p>
      <div className={styles.acts}>
        <Button type={factor.recovery_codes_left < FEW ? 'primary' : 'default'} onClick={() => setOpened('renew')}>
          {t('second_factor.renew')}
        </Button>
        {!factor.required && (
          <Button danger onClick={() => setOpened('remove')}>
            {t('second_factor.remove')}
          </Button>
        )}
      </div>
      {factor.required && <p className={styles.note}>{t('second_factor.must')}</p>}
      <FormDrawer<{ code: string }>
        title={t(opened === 'remove' ? 'second_factor.remove' : 'second_factor.renew')}
        isOpen={opened !== undefined}
        onClose={close}
        onSubmit={act}
        submitText={t(opened === 'remove' ? 'second_factor.remove_act' : 'second_factor.renew_act')}
      >
        <Form.Item>{t(opened === 'remove' ? 'second_factor.remove_text' : 'second_factor.renew_text')}</Form.Item>
        <CodeField takesRecoveryCode autoFocus />
      </FormDrawer>
    </>
  )
}
