import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { roundedText } from '@/components/grid/amounts'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { GoalTabs } from '../GoalTabs'
import { useGoalCards } from '../requests/useGoalCards'
import { STATES, TONE } from '../states'
import styles from './Cards.module.css'

const NewCard = lazy(async () => ({ default: (await import('./NewCard')).NewCard }))

type Line = Schema<'GoalCardLine'>
const WHOSE: Schema<'WhoseCards'>[] = ['mine', 'supervised', 'all']

/** Goal cards: mine, those I supervise, all I see. */
export function GoalsPage() {
  const { t } = useTranslation('goal')
  const { filters, set } = useListState(['whose', 'state'])
  const [isNew, setNew] = useState(false)
  const mayWrite = useMay('goal.write')
  const whose = WHOSE.find((each) => each === filters.whose) ?? 'mine'
  const state = STATES.find((each) => each === filters.state)
  const list = useGoalCards({ whose, state })
  const add = mayWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
      {t('card.new')}
    </Button>
  )
  const columns: Column<Line>[] = [
    { key: 'person', title: t('card.person'), onCard: 'title', render: (line) => <PersonName name={line.person.name} note={line.position ?? undefined} /> },
    { key: 'period', title: t('card.period'), onCard: 'secondary', render: (line) => t('card.span', { kind: t(`period.${line.period}`), from: line.period_from, to: line.period_to }) },
    { key: 'state', title: t('card.state'), onCard: 'status', render: (line) => <StateTag tone={TONE[line.state]} text={t(line.waits_for_me ? 'card.waits_for_me' : 'card.stands', { state: t(`state.${line.state}`) })} /> },
    { key: 'items', title: t('card.items'), align: 'end', render: (line) => line.items },
    {
      key: 'course',
      title: t('card.course'),
      onCard: 'secondary',
      render: (line) => (
        <>
          {line.off_track > 0 && <StateTag tone="late" text={t('card.off_track', { count: line.off_track })} />} {line.at_risk > 0 && <StateTag tone="waiting" text={t('card.at_risk', { count: line.at_risk })} />}{' '}
          {line.check_in_missing && <StateTag tone="late" text={t('card.check_in_missing')} />}
        </>
      ),
    },
    { key: 'next', title: t('card.next_check_in'), render: (line) => (line.next_check_in_at ? <RelativeTime at={line.next_check_in_at} /> : '—') },
    { key: 'score', title: t('card.score'), align: 'end', render: (line) => (line.score ? `${roundedText(line.score)} ${line.grade ?? ''}` : '—') },
    { key: 'number', title: t('card.number'), isOptional: true, render: (line) => line.number },
  ]
  return (
    <>
      <PageHeader title={t('card.heading')} note={t('card.note')} actions={add} />
      <GoalTabs shown="cards" />
      <div className={styles.tools}>
        <Segmented aria-label={t('card.whose')} value={whose} onChange={(next) => set({ whose: next === 'mine' ? undefined : next })} options={WHOSE.map((value) => ({ value, label: t(`whose.${value}`) }))} />
        <Select aria-label={t('card.state')} allowClear placeholder={t('card.any_state')} value={state} onChange={(next) => set({ state: next })} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} style={{ minWidth: 140 }} />
      </div>
      <DataTable<Line> label={t('card.heading')} columns={columns} list={list} rowKey={(line) => line.id} rowPath={(line) => `/goals/cards/${line.id}`} empty={<EmptyState title={t(`none.${whose}`)} text={t('card.none_text')} action={add} />} />
      <OnceOpened isOpen={isNew}>
        <NewCard isOpen={isNew} onClose={() => setNew(false)} />
      </OnceOpened>
    </>
  )
}
