import { KeyOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useSession } from '@/lib/session'
import { AccountForm } from './AccountForm'
import { LinkOnce } from './LinkOnce'
import styles from './Org.module.css'
import { type Account, type SetupLink, useAccountOf, useChangeAccount, useResetPassword, useResetSecondFactor, useRoles } from './requests/useAccounts'
import type { Employee } from './requests/usePeople'

/** The person's account, for the security administrator. */
export function AccountCard({ employee }: { employee: Employee }) {
  const { t } = useTranslation('org')
  const { data: account, error, refetch } = useAccountOf(employee.id)
  const [isGiving, setGiving] = useState(false)
  const [link, setLink] = useState<SetupLink>()
  if (error && account === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />
  const give = employee.active && (
    <Button type="primary" onClick={() => setGiving(true)}>
      {t('account.give')}
    </Button>
  )
  return (
    <Card title={t('account.title')}>
      {link && <LinkOnce link={link} name={employee.name} onClose={() => setLink(undefined)} />}
      {account === undefined && <Skeleton active />}
      {account === null && <EmptyState small icon={<KeyOutlined />} title={t('account.none')} text={t(employee.active ? 'account.none_text' : 'account.none_left')} action={give} />}
      {account && <Known account={account} onLink={setLink} />}
      <AccountForm isOpen={isGiving} onClose={() => setGiving(false)} employee={employee} onLink={setLink} />
    </Card>
  )
}

function Standing({ account }: { account: Account }) {
  const { t } = useTranslation('org')
  if (account.disabled) return <StateTag tone="neutral" text={t('account.disabled')} />
  if (!account.has_password) return <StateTag tone="waiting" text={t('account.no_password')} />
  return <StateTag tone="done" text={t('account.active')} />
}

interface KnownProps {
  account: Account
  onLink: (link: SetupLink) => void
}

function Known({ account, onLink }: KnownProps) {
  const { t } = useTranslation('org')
  const { data: roles = [] } = useRoles()
  const [opened, setOpened] = useState<'change' | 'reset' | 'disable' | 'second_factor'>()
  const { user } = useSession()
  const change = useChangeAccount()
  const reset = useResetPassword()
  const resetSecondFactor = useResetSecondFactor()
  const close = () => setOpened(undefined)
  const isOwn = user.id === account.id
  const setDisabled = async (disabled: boolean) => {
    await change.mutateAsync({ account, patch: { disabled } })
    toast.success(t(disabled ? 'account.disable_done' : 'account.enable_done', { name: account.name }))
  }
  const names = account.roles.map((code) => roles.find((role) => role.code === code)?.name ?? code)
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('account.login')}</dt>
          <dd>
            {account.login} <Standing account={account} />
          </dd>
        </div>
        <div>
          <dt>{t('account.roles')}</dt>
          <dd>{names.join(t('list_separator')) || '—'}</dd>
        </div>
        <div>
          <dt>{t('account.second_factor')}</dt>
          <dd>{t(account.second_factor ? 'account.second_factor_on' : 'account.second_factor_off')}</dd>
        </div>
        <div>
          <dt>{t('account.last_seen')}</dt>
          <dd>{account.last_seen_at ? <RelativeTime at={account.last_seen_at} /> : t('account.never_seen')}</dd>
        </div>
      </dl>
      <div className={styles.acts}>
        <Button onClick={() => setOpened('change')}>{t('account.change')}</Button>
        {/* One's own link would be lost: the reset ends this session before it can be shown. */}
        {!account.disabled && !isOwn && <Button onClick={() => setOpened('reset')}>{t('account.reset')}</Button>}
        {account.second_factor && !isOwn && <Button onClick={() => setOpened('second_factor')}>{t('account.second_factor_reset')}</Button>}
        {!isOwn && (
          <Button danger={!account.disabled} onClick={() => setOpened('disable')}>
            {t(account.disabled ? 'account.enable' : 'account.disable')}
          </Button>
        )}
      </div>
      <AccountForm isOpen={opened === 'change'} onClose={close} account={account} />
      <ConfirmDialog isOpen={opened === 'reset'} onClose={close} title={t('account.reset_title', { name: account.name })} act={t('account.reset')} isDangerous onConfirm={async () => onLink(await reset.mutateAsync(account.id))}>
        {t('account.reset_text')}
      </ConfirmDialog>
      <ConfirmDialog isOpen={opened === 'second_factor'} onClose={close} title={t('account.second_factor_title', { name: account.name })} act={t('account.second_factor_reset')} isDangerous onConfirm={() => resetSecondFactor.mutateAsync(account.id)}>
        {t('account.second_factor_text')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={opened === 'disable'}
        onClose={close}
        title={t(account.disabled ? 'account.enable_title' : 'account.disable_title', { name: account.name })}
        act={t(account.disabled ? 'account.enable' : 'account.disable')}
        isDangerous={!account.disabled}
        onConfirm={() => setDisabled(!account.disabled)}
      >
        {t(account.disabled ? 'account.enable_text' : 'account.disable_text')}
      </ConfirmDialog>
    </>
  )
}
