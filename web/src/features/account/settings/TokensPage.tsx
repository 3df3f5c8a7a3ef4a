import { KeyOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { RelativeTime } from '@/components/RelativeTime'
import type { AccessToken, CreatedToken } from '@/lib/api-types'
import { usePermissionNames, useRevokeToken, useTokens } from '../requests/useTokens'
import { NewToken } from './NewToken'
import styles from './Rows.module.css'
import { TokenOnce } from './TokenOnce'

export function TokensPage() {
  const { t } = useTranslation('account')
  const tokens = useTokens()
  const [isCreating, setCreating] = useState(false)
  const [created, setCreated] = useState<CreatedToken>()
  if (tokens.isLoading) return <Skeleton active />
  if (tokens.error && tokens.items.length === 0) return <ErrorState error={tokens.error} onRetry={tokens.reload} />
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('tokens.new')}
    </Button>
  )
  return (
    <>
      {created && <TokenOnce created={created} onClose={() => setCreated(undefined)} />}
      <Card title={t('tokens.title')} extra={tokens.items.length > 0 && add} flush>
        {tokens.items.length === 0 ? (
          <EmptyState small icon={<KeyOutlined />} title={t('tokens.none')} text={t('tokens.none_text')} action={add} />
        ) : (
          <>
            <p className={styles.note}>{t('tokens.note')}</p>
            <ul className={styles.rows}>
              {tokens.items.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
            {tokens.hasMore && <MoreRows list={tokens} />}
          </>
        )}
      </Card>
      <NewToken isOpen={isCreating} onClose={() => setCreating(false)} onCreated={setCreated} />
    </>
  )
}

function TokenRow({ token }: { token: AccessToken }) {
  const { t } = useTranslation('account')
  const { t: common } = useTranslation('common')
  const { data: names } = usePermissionNames()
  const limits = [...(token.read_only ? [t('tokens.read_only')] : []), ...(token.permissions ? [t('tokens.limited', { names: token.permissions.map((name) => names?.get(name) ?? name).join(common('list_separator')) })] : [])]
  const revoke = useRevokeToken()
  const [isAsking, setAsking] = useState(false)
  return (
    <li>
      <span className={styles.icon}>
        <KeyOutlined />
      </span>
      <div className={styles.words}>
        <strong>{token.name}</strong>
        <span>
          {token.expires_on ? t('tokens.expires', { date: token.expires_on }) : t('tokens.never_expires')} · {token.last_used_at ? <>{t('tokens.used')} <RelativeTime at={token.last_used_at} /></> : t('tokens.never_used')}
        </span>
        {limits.length > 0 && <span>{limits.join(' · ')}</span>}
      </div>
      <Button danger onClick={() => setAsking(true)} aria-label={t('tokens.revoke_this', { name: token.name })}>
        {t('tokens.revoke')}
      </Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('tokens.revoke_title', { name: token.name })} act={t('tokens.revoke')} isDangerous onConfirm={() => revoke.mutateAsync(token.id)}>
        {t('tokens.revoke_text')}
      </ConfirmDialog>
    </li>
  )
}
