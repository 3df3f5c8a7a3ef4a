import { BellOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { type TimelineEntry, TimelineList } from '@/components/TimelineList'
import { useTimeText } from '@/lib/useTimeText'
import { type Reminding, useReminded } from '../requests/useReminded'

/** Who was told of it by the clock, when, and by what. */
export function Reminded({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation('reminded')
  const { data: remindings, error, refetch } = useReminded(commitmentId)
  const entryOf = useEntryOf()
  if (error && !remindings) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!remindings) return <PageSkeleton />
  if (remindings.length === 0) return <EmptyState small icon={<BellOutlined />} title={t('none')} text={t('none_text')} />
  return <TimelineList entries={remindings.map(entryOf)} />
}

function useEntryOf(): (reminding: Reminding) => TimelineEntry {
  const { t } = useTranslation('reminded')
  const { t: notice } = useTranslation('notify')
  const time = useTimeText()
  const byOf = ({ channels }: Reminding) =>
    [notice('channel.in_app'), ...channels.map(({ channel, state }) => t('by', { channel: notice(`channel.${channel}`), state: notice(`state.${state}`) }))].join(t('comma'))
  return (reminding) => {
    const { id, at, recipient, as, deputy_of, event, kind, basis, moot } = reminding
    return {
      id,
      at,
      actor_name: recipient,
      text: t(deputy_of ? 'told_deputy' : 'told', { as: t(`as.${as}`), deputy_of, event: notice(`event.${event}`) }),
      note: [basis && t('basis', { time: time.exact(basis) }), byOf(reminding), moot && t('moot')].filter(Boolean).join('\n'),
      isProminent: kind === 'escalation',
    }
  }
}
