import { DownOutlined, RightOutlined, ZoomInOutlined } from '@ant-design/icons'
import { Breadcrumb, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Card } from '@/components/Card'
import { DateField } from '@/components/DateField'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { amountText, roundedText } from '@/components/grid/amounts'
import { useShownAmount, YUAN } from '@/components/grid/wan'
import { WanSwitch } from '@/components/grid/WanSwitch'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import { GoalTabs } from '../GoalTabs'
import { counted, filled } from '../progress'
import { useGoalSettings } from '../requests/useGoalSettings'
import { useGoalTree } from '../requests/useGoalTree'
import { CONFIDENCE_TONE } from '../states'
import { BelowChart } from './BelowChart'
import { type Branch, branchesOf, pathTo } from './branches'
import styles from './Tree.module.css'

/** From the year's goals at the top to what each person does: unfolded step by step. */
export function TreePage() {
  const { t } = useTranslation('goal')
  const time = useTimeText()
  const { filters, set } = useListState(['on', 'goal'])
  const navigate = useNavigate()
  const today = time.civil(time.now).date
  const { data, error, refetch } = useGoalTree(filters.on)
  const { data: settings } = useGoalSettings()
  // As the exceptions have it: a little behind is as planned.
  const line = 100 - Number(settings?.tolerance ?? 0)
  const roots = useMemo(() => branchesOf(data?.goals ?? []), [data])
  // The way down to the goal that is looked into; its goals below are what is compared.
  const path = filters.goal ? pathTo(roots, filters.goal) : []
  const focus = path.at(-1)
  const branches = focus ? [focus] : roots
  const compared = focus ? focus.below : roots
  const drill = (branch: Branch) => (branch.below.length > 0 ? set({ goal: branch.goal.id }) : void navigate(`/goals/cards/${branch.goal.card_id}`))
  return (
    <>
      <PageHeader title={t('tree.heading')} note={t('tree.note')} />
      <GoalTabs shown="tree" />
      <div className={styles.day}>
        <label htmlFor="tree-day">{t('tree.day')}</label>
        <DateField id="tree-day" value={filters.on ?? today} onChange={(on) => set({ on: on === today ? undefined : on })} />
        {data?.goals.some(({ unit }) => unit === YUAN) && <WanSwitch />}
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && branches.length === 0 && <EmptyState title={t('tree.none')} text={t('tree.none_text')} />}
      {path.length > 0 && (
        <Breadcrumb
          className={styles.path}
          items={[
            { key: 'all', title: <Button type="link" size="small" onClick={() => set({ goal: undefined })}>{t('tree.all')}</Button> },
            ...path.map(({ goal }, index) => ({
              key: goal.id,
              title: index === path.length - 1 ? goal.what : <Button type="link" size="small" onClick={() => set({ goal: goal.id })}>{goal.what}</Button>,
            })),
          ]}
        />
      )}
      {compared.length > 0 && <BelowChart branches={compared} line={line} cap={settings?.completion_cap} onChoose={drill} />}
      {branches.length > 0 && (
        <Card flush>
          <ul className={styles.tree}>
            {branches.map((branch) => (
              <Line key={branch.goal.id} branch={branch} depth={0} line={line} cap={settings?.completion_cap} focused={focus?.goal.id} onDrill={drill} />
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
  /** Completion counts up to here. */
  cap: string | undefined
  /** The goal that is looked into already. */
  focused: string | undefined
  onDrill: (branch: Branch) => void
}

function Line({ branch, depth, line, cap, focused, onDrill }: LineProps) {
  const { t } = useTranslation('goal')
  const [isOpen, setOpen] = useState(depth < 1)
  const { goal, below } = branch
  const shown = useShownAmount()
  const completion = roundedText(counted(goal.completion, cap))
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
        {below.length > 0 && goal.id !== focused && <Button type="text" size="small" icon={<ZoomInOutlined />} aria-label={t('tree.drill', { what: goal.what })} title={t('tree.drill', { what: goal.what })} onClick={() => onDrill(branch)} />}
        {goal.confidence && <StateTag tone={CONFIDENCE_TONE[goal.confidence]} text={t('confidence.said', { confidence: t(`confidence.${goal.confidence}`) })} />}
        <div className={styles.numbers}>
          <span>{goal.target ? `${amountText(shown(goal.actual, goal.unit).amount) || '—'} / ${amountText(shown(goal.target, goal.unit).amount)} ${shown(goal.target, goal.unit).unit}` : t('item.deliverable')}</span>
          <span className={styles.bar} role="img" aria-label={t('tree.done', { percent: completion || '—' })}>
            <span className={isBehind ? styles.behind : styles.ahead} style={{ width: `${filled(goal)}%` }} />
          </span>
          <strong>{completion ? `${completion} %` : '—'}</strong>
        </div>
      </div>
      {isOpen && below.length > 0 && (
        <ul>
          {below.map((each) => (
            <Line key={each.goal.id} branch={each} depth={depth + 1} line={line} cap={cap} focused={focused} onDrill={onDrill} />
          ))}
        </ul>
      )}
    </li>
  )
}
