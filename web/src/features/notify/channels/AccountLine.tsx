import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useTimeText } from '@/lib/useTimeText'
import { type AccountKind, type AccountPatch, type ChannelAccount, useChangeAccount, useRemoveAccount } from '../requests/useChannelAccounts'
import { AccountDrawer } from './AccountDrawer'
import styles from './Channels.module.css'
import { TrialDialog } from './TrialDialog'

/** One account: whether it works, what it last said, and what can be done about it. */
export function AccountLine({ account, kind }: { account: ChannelAccount; kind: AccountKind | undefined }) {
  const { t } = useTranslation('notify')
  const [doing, setDoing] = useState<'edit' | 'try' | 'remove'>()
  const remove = useRemoveAccount()
  const stop = () => setDoing(undefined)
  return (
    <li>
      <div className={styles.head}>
        <div className={styles.words}>
          <strong>{account.name}</strong>
          <span>
            {t(`channel.${account.channel}`)} · {account.last_ok_at ? t('channels.last_ok') : t('channels.never_ok')}
            {account.last_ok_at && (
              <>
                {' '}
                <RelativeTime at={account.last_ok_at} />
              </>
            )}
            {account.events.length > 0 && ` · ${t('channels.events_count', { count: account.events.length })}`}
          </span>
        </div>
        <AccountState account={account} />
        <div className={styles.acts}>
          <Button onClick={() => setDoing('try')} aria-label={t('channels.try_this', { name: account.name })}>
            {t('channels.try')}
          </Button>
          <Button onClick={() => setDoing('edit')} aria-label={t('channels.edit_this', { name: account.name })}>
            {t('channels.edit')}
          </Button>
          <Button danger onClick={() => setDoing('remove')} aria-label={t('channels.remove_this', { name: account.name })}>
            {t('channels.remove')}
          </Button>
        </div>
      </div>
      <Trouble account={account} />
      {kind && <AccountDrawer isOpen={doing === 'edit'} kind={kind} account={account} onClose={stop} />}
      <TrialDialog isOpen={doing === 'try'} account={account} onClose={stop} />
      <ConfirmDialog isOpen={doing === 'remove'} onClose={stop} title={t('channels.remove_title', { name: account.name })} act={t('channels.remove')} isDangerous onConfirm={() => remove.mutateAsync(account)}>
        {t('channels.remove_text')}
      </ConfirmDialog>
    </li>
  )
}

function useIsResting({ open_until }: ChannelAccount): boolean {
  const { now } = useTimeText()
  return open_until !== null && new Date(open_until).getTime() > now
}

function AccountState({ account }: { account: ChannelAccount }) {
  const { t } = useTranslation('notify')
  const isResting = useIsResting(account)
  if (!account.enabled) return <StateTag tone="neutral" text={t('channels.off')} />
  if (isResting) return <StateTag tone="late" text={t('channels.resting')} />
  if (account.failures > 0) return <StateTag tone="waiting" text={t('channels.failing', { count: account.failures })} />
  if (!account.last_ok_at) return <StateTag tone="neutral" text={t('channels.untried')} />
  return <StateTag tone="done" text={t('channels.on')} />
}

/** What the other side last said when it refused, and the way back. */
function Trouble({ account }: { account: ChannelAccount }) {
  const { t } = useTranslation('notify')
  const time = useTimeText()
  const problemText = useProblemText()
  const change = useChangeAccount()
  const isResting = useIsResting(account)
  const isOk = account.enabled && account.failures === 0
  const set = (patch: AccountPatch) => change.mutate({ account, patch }, { onError: (error) => toast.error(problemText(asProblem(error))) })
  if (isOk) return null
  const title = !account.enabled ? t('channels.is_off') : isResting ? t('channels.rests_until', { count: account.failures, at: time.short(account.open_until!) }) : t('channels.failed_lately', { count: account.failures })
  return (
    <Alert
      className={styles.trouble}
      type={account.enabled ? 'warning' : 'info'}
      title={title}
      description={account.last_error && <span className={styles.answer}>{t('channels.last_error', { answer: account.last_error })}</span>}
      action={
        <Button loading={change.isPending} onClick={() => set({ enabled: true })}>
          {t(account.enabled ? 'channels.go_on' : 'channels.switch_on')}
        </Button>
      }
    />
  )
}
