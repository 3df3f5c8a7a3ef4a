import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { TimelineList } from '@/components/TimelineList'
import { type GoalCard, useCardTimeline } from '../requests/useGoalCard'

/** Everything that happened to the card. Most visits need none of it, so it is fetched when asked for. */
export function History({ card }: { card: GoalCard }) {
  const { t, i18n } = useTranslation('goal')
  const [isOpen, setOpen] = useState(false)
  const { data: entries = [] } = useCardTimeline(card, isOpen)
  const eventText = (event: string) => (i18n.exists(`event.${event.split('.').at(-1)}`, { ns: 'goal' }) ? t(`event.${event.split('.').at(-1)}`) : event)
  return (
    <Card
      title={t('history.title')}
      extra={
        <Button type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'history.close' : 'history.open')}
        </Button>
      }
    >
      {isOpen && <TimelineList entries={entries.map((entry) => ({ id: entry.id, at: entry.at, actor_name: entry.actor_name, text: eventText(entry.event), changes: entry.changes, note: entry.note }))} fieldText={(field) => (i18n.exists(`field_name.${field}`, { ns: 'goal' }) ? t(`field_name.${field}`) : field)} />}
    </Card>
  )
}
