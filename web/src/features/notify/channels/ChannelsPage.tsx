import { PlusOutlined, SendOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PopupMenu } from '@/components/PopupMenu'
import { type AccountKind, useAccountKinds, useChannelAccounts } from '../requests/useChannelAccounts'
import { AccountLine } from './AccountLine'
import { AccountDrawer } from './AccountDrawer'
import styles from './Channels.module.css'

/** Where messages leave the house. */
export function ChannelsPage() {
  const { t } = useTranslation('notify')
  const accounts = useChannelAccounts()
  const kinds = useAccountKinds()
  const [adding, setAdding] = useState<AccountKind>()
  const failed = [accounts, kinds].find((query) => query.error && !query.data)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (!accounts.data || !kinds.data) return <PageSkeleton />
  const actions = kinds.data.map((kind) => ({ key: kind.channel, text: t(`channel.${kind.channel}`), onChoose: () => setAdding(kind) }))
  const add = (
    <PopupMenu className={styles.add} label={t('channels.add')} actions={actions}>
      <PlusOutlined /> {t('channels.add')}
    </PopupMenu>
  )
  return (
    <>
      <Card title={t('channels.title')} extra={accounts.data.length > 0 && add} flush>
        {accounts.data.length === 0 ? (
          <EmptyState small icon={<SendOutlined />} title={t('channels.none')} text={t('channels.none_text')} action={add} />
        ) : (
          <>
            <p className={styles.note}>{t('channels.note')}</p>
            <ul className={styles.accounts}>
              {accounts.data.map((account) => (
                <AccountLine key={account.id} account={account} kind={kinds.data.find((kind) => kind.channel === account.channel)} />
              ))}
            </ul>
          </>
        )}
      </Card>
      <AccountDrawer isOpen={adding !== undefined} kind={adding} onClose={() => setAdding(undefined)} />
    </>
  )
}
