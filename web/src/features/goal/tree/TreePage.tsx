import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { DateField } from '@/components/DateField'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { amountText, roundedText } from '@/components/grid/amounts'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import { GoalTabs } from '../GoalTabs'
import { useGoalSettings } from '../requests/useGoalSettings'
import { useGoalTree } from '../requests/useGoalTree'
import { CONFIDENCE_TONE } from '../states'
import { type Branch, branchesOf } from './branches'
import styles from './Tree.module.css'

/** From the year's goals at the top to what each person does: unfolded step by step. */
export function TreePage() {
  const { t } = useTranslation('goal')
  const time = useTimeText()
  const { filters, set } = useListState(['on'])
  const today = time.civil(time.now).date
  const { data, error, refetch } = useGoalTree(filters.on)
  const { data: settings } = useGoalSettings()
  // As the exceptions have it: a little behind is as planned.
  const line = 100 - Number(settings?.tolerance ?? 0)
  const branches = branchesOf(data?.goals ?? [])
  return (
    <>
      <PageHeader title={t('tree.heading')} note={t('tree.note')} />
      <GoalTabs shown="tree" />
      <div className={styles.day}>
        <label htmlFor="tree-day">{t('tree.day')}</label>
        <DateField id="tree-day" value={filters.on ?? today} onChange={(on) => set({ on: on === today ? undefined : on })} />
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && branches.length === 0 && <EmptyState title={t('tree.none')} text={t('tree.none_text')} />}
      {branches.length > 0 && (
        <Card flush>
          <ul className={styles.tree}>
            {branches.map((branch) => (
              <Line key={branch.goal.id} branch={branch} depth={0} line={line} />
            ))}
          </ul>
        </Card>
      )}
      {data?.cut && <p>{t('tree.cut')}</p>}
    </>
  )
}

interface LineProps {
  branch: Branch
  depth: number
  /** Below this share of the time-proportional line a goal is behind. */
  line: number
}

function Line({ branch, depth, line }: LineProps) {
  const { t } = useTranslation('goal')
  const [isOpen, setOpen] = useState(depth < 1)
  const { goal, below } = branch
  const done = Math.max(0, Math.min(100, Number(goal.completion ?? 0)))
  const isBehind = goal.against_line !== null && Number(goal.against_line) < line
  return (
    <li>
      <div className={styles.line} style={{ paddingInlineStart: 12 + depth * 24 }}>
        {below.length > 0 ? (
          <Button type="text" size="small" aria-expanded={isOpen} aria-label={t(isOpen ? 'item.fold' : 'item.unfold', { what: goal.what })} icon={isOpen ? <DownOutlined /> : <RightOutlined />} onClick={() => setOpen(!isOpen)} />
        ) : (
          <i className={styles.leaf} aria-hidden />
        )}
        <div className={styles.words}>
          <Link to={`/goals/cards/${goal.card_id}`}>{goal.what}</Link>
          <small>{[goal.person.name, goal.department_name, t(`period.${goal.period}`), t('item.weight', { weight: goal.weight }), below.length > 0 && t('tree.below', { count: below.length })].filter(Boolean).join(' · ')}</small>
        </div>
        {goal.confidence && <StateTag tone={CONFIDENCE_TONE[goal.confidence]} text={t(`confidence.${goal.confidence}`)} />}
        <div className={styles.numbers}>
          <span>{goal.target ? `${amountText(goal.actual) || '—'} / ${amountText(goal.target)} ${goal.unit ?? ''}` : t('item.deliverable')}</span>
          <span className={styles.bar} role="img" aria-label={t('tree.done', { percent: roundedText(goal.completion) || '—' })}>
            <span className={isBehind ? styles.behind : styles.ahead} style={{ width: `${done}%` }} />
          </span>
          <strong>{goal.completion ? `${roundedText(goal.completion)} %` : '—'}</strong>
        </div>
      </div>
      {isOpen && below.length > 0 && (
        <ul>
          {below.map((each) => (
            <Line key={each.goal.id} branch={each} depth={depth + 1} line={line} />
          ))}
        </ul>
      )}
    </li>
  )
}
