import { DownOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Row } from './layout'
import styles from './Targets.module.css'

interface Props {
  row: Row
  /** What the line is called, with the field behind it where each stands twice. */
  children: ReactNode
  /** Nobody without goal.plan takes a row apart or out. */
  mayPlan: boolean
  onBreakDown: (row: Row) => void
  onRemove: (row: Row) => void
}

/** A row's name with the sheets below it, and what can be done with the row. */
export function LineMenu({ row, children, mayPlan, onBreakDown, onRemove }: Props) {
  const { t } = useTranslation('goal')
  const navigate = useNavigate()
  const [first, ...others] = row.children
  if (!mayPlan && !first) return <>{children}</>
  if (!mayPlan && first && others.length === 0) {
    return (
      <Contained>
        <Link to={`/goals/targets/${first.sheet_id}`}>{children}</Link>
      </Contained>
    )
  }
  const acts = [
    { key: 'break_down', label: t('row.break_down'), onClick: () => onBreakDown(row) },
    ...(first ? [] : [{ key: 'remove', label: t('row.remove'), danger: true, onClick: () => onRemove(row) }]),
  ]
  const below = row.children.map((child) => ({ key: child.sheet_id, label: child.title, onClick: () => void navigate(`/goals/targets/${child.sheet_id}`) }))
  const items = [...(first ? [{ key: 'below', type: 'group' as const, label: t('row.below'), children: below }] : []), ...(mayPlan ? acts : [])]
  return (
    <Contained>
      <Dropdown trigger={['click']} menu={{ items }}>
        <button type="button" className={first ? `${styles.line} ${styles.broken}` : styles.line}>
          {children} <DownOutlined aria-hidden />
        </button>
      </Dropdown>
    </Contained>
  )
}

/** The grid's keys are for its cells: what is typed at a name, or in its menu, stays there. */
function Contained({ children }: { children: ReactNode }) {
  return <span onKeyDown={(event) => event.stopPropagation()}>{children}</span>
}
