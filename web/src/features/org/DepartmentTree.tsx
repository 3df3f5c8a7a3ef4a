import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Department } from '@/components/requests/useDepartments'
import styles from './Org.module.css'
import { type Branch, peopleIn, treeOf } from './tree'

interface Props {
  departments: Department[]
  chosen: string | undefined
  pathOf: (id: string) => string
}

/** All departments as links, branches foldable. The first two levels are open, and the way to the chosen one. */
export function DepartmentTree({ departments, chosen, pathOf }: Props) {
  const { t } = useTranslation('org')
  return (
    <nav aria-label={t('department.tree')} className={styles.tree}>
      <ul>
        {treeOf(departments).map((branch) => (
          <BranchRow key={branch.department.id} branch={branch} level={0} chosen={chosen} pathOf={pathOf} />
        ))}
      </ul>
    </nav>
  )
}

const holds = (branch: Branch, id: string | undefined): boolean => branch.below.some((each) => each.department.id === id || holds(each, id))

interface RowProps {
  branch: Branch
  level: number
  chosen: string | undefined
  pathOf: (id: string) => string
}

function BranchRow({ branch, level, chosen, pathOf }: RowProps) {
  const { t } = useTranslation('org')
  const { department, below } = branch
  const [isOpen, setOpen] = useState(level < 2 || holds(branch, chosen))
  return (
    <li>
      <div className={department.id === chosen ? `${styles.branch} ${styles.chosen}` : styles.branch}>
        {below.length > 0 ? (
          <button type="button" className={styles.fold} aria-expanded={isOpen} aria-label={t(isOpen ? 'department.fold' : 'department.unfold', { name: department.name })} onClick={() => setOpen(!isOpen)}>
            {isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
          </button>
        ) : (
          <span className={styles.fold} />
        )}
        <Link to={pathOf(department.id)} replace preventScrollReset aria-current={department.id === chosen || undefined} className={department.closed ? styles.closed : undefined}>
          <span>{department.name}</span>
          <small>{department.closed ? t('department.closed') : peopleIn(branch)}</small>
        </Link>
      </div>
      {isOpen && below.length > 0 && (
        <ul>
          {below.map((each) => (
            <BranchRow key={each.department.id} branch={each} level={level + 1} chosen={chosen} pathOf={pathOf} />
          ))}
        </ul>
      )}
    </li>
  )
}
