import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ColumnChoice } from '@/components/ColumnChoice'
import { useColumnChoice } from '@/components/columns'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { FilterBar } from '@/components/FilterBar'
import { roundedText } from '@/components/grid/amounts'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import { useDepartments } from '@/components/requests/useDepartments'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { useIsPhone } from '@/lib/useMedia'
import { GoalTabs } from '../GoalTabs'
import { useGoalCards } from '../requests/useGoalCards'
import { STATES, TONE } from '../states'
import { PERIODS } from '../words'
import { CardExport } from './CardExport'
import styles from './Cards.module.css'
import { DayChip } from './DayChip'

const NewCard = lazy(async () => ({ default: (await import('./NewCard')).NewCard }))

type Line = Schema<'GoalCardLine'>
const FILTERS = ['whose', 'state', 'period', 'department_id', 'on']
const WHOSE: Schema<'WhoseCards'>[] = ['mine', 'supervised', 'all']

/** Goal cards: mine, those I supervise, all I see. */
export function GoalsPage() {
  const { t } = useTranslation('goal')
  const { q, filters, set, clear } = useListState(FILTERS)
  const [isNew, setNew] = useState(false)
  const mayWrite = useMay('goal.write')
  const isPhone = useIsPhone()
  const whose = WHOSE.find((each) => each === filters.whose) ?? 'mine'
  const state = STATES.find((each) => each === filters.state)
  const query = { whose, state, period: PERIODS.find((each) => each === filters.period), department_id: filters.department_id, on: filters.on, text: q || undefined }
  const list = useGoalCards(query)
  const { data: departments = [] } = useDepartments()
  const [chosen, setChosen] = useColumnChoice('goal-cards')
  const narrowing = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== 'whose'))
  const add = mayWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
      {t('card.new')}
    </Button>
  )
  const actions = mayWrite && (
    <>
      {!isPhone && (
        <Link to="/goals/import">
          <Button icon={<ImportOutlined />}>{t('import.button')}</Button>
        </Link>
      )}
      {add}
    </>
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
    { key: 'progress', title: t('card.done'), align: 'end', render: (line) => (line.progress ? `${roundedText(line.progress)} %` : '—') },
    { key: 'next', title: t('card.next_check_in'), render: (line) => (line.next_check_in_at ? <RelativeTime at={line.next_check_in_at} /> : '—') },
    { key: 'score', title: t('card.score'), align: 'end', render: (line) => (line.score ? `${roundedText(line.score)} ${line.grade ?? ''}` : '—') },
    { key: 'number', title: t('card.number'), isOptional: true, render: (line) => line.number },
  ]
  return (
    <>
      <PageHeader title={t('card.heading')} note={t('card.note')} actions={actions} />
      <GoalTabs shown="cards" />
      <div className={styles.tools}>
        <Segmented aria-label={t('card.whose')} value={whose} onChange={(next) => set({ whose: next === 'mine' ? undefined : next })} options={WHOSE.map((value) => ({ value, label: t(`whose.${value}`) }))} />
      </div>
      <FilterBar
        q={q}
        values={narrowing}
        filters={[
          { name: 'state', label: t('card.state'), options: STATES.map((value) => ({ value, text: t(`state.${value}`) })) },
          { name: 'period', label: t('card.period'), options: PERIODS.map((value) => ({ value, text: t(`period.${value}`) })) },
          { name: 'department_id', label: t('filter.department'), options: departments.map(({ id, name }) => ({ value: id, text: name })) },
        ]}
        placeholder={t('filter.search_cards')}
        onChange={set}
        onClear={clear}
        chips={<DayChip day={filters.on} onChange={(on) => set({ on })} />}
        extra={
          <>
            {!isPhone && <ColumnChoice columns={columns} chosen={chosen} onChange={setChosen} />}
            <CardExport query={query} />
          </>
        }
      />
      <DataTable<Line> label={t('card.heading')} columns={columns} list={list} rowKey={(line) => line.id} rowPath={(line) => `/goals/cards/${line.id}`} chosenColumns={chosen} empty={q || Object.keys(narrowing).length > 0 ? <EmptyState title={t('filter.none_found')} text={t('filter.none_found_text')} action={<Button onClick={clear}>{t('filter.clear')}</Button>} /> : <EmptyState title={t(`none.${whose}`)} text={t('card.none_text')} action={add} />} />
      <OnceOpened isOpen={isNew}>
        <NewCard isOpen={isNew} onClose={() => setNew(false)} />
      </OnceOpened>
    </>
  )
}
