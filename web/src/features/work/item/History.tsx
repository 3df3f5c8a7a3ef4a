import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import type { Schema } from '@/lib/api-types'
import { useListState } from '@/lib/useListState'
import { useComments } from '../requests/useComments'
import { Comments } from './Comments'
import { Reminded } from '../reminded/Reminded'
import { FollowUps } from './FollowUps'
import styles from './Item.module.css'
import { Timeline } from './Timeline'

/** What happened: the follow-ups, everything, and what people say about it. */
export function History({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('work')
  const { filters, set } = useListState(['tab'])
  const { data: comments } = useComments(item.id)
  const counted = (text: string, count: number | undefined) => (count ? `${text} ${count}` : text)
  return (
    <Card flush>
      <div className={styles.history}>
        <Tabs
          activeKey={filters.tab ?? 'timeline'}
          onChange={(tab) => set({ tab: tab === 'timeline' ? undefined : tab })}
          items={[
            { key: 'timeline', label: t('history.timeline'), children: <Timeline itemId={item.id} /> },
            { key: 'follow_ups', label: counted(t('history.follow_ups'), item.standing.touch_count), children: <FollowUps itemId={item.id} /> },
            { key: 'reminded', label: t('history.reminded'), children: <Reminded commitmentId={item.standing.id} /> },
            { key: 'comments', label: counted(t('history.comments'), comments?.length), children: <Comments itemId={item.id} /> },
          ]}
        />
      </div>
    </Card>
  )
}
