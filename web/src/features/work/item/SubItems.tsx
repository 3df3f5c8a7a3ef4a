import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { StageTag } from '@/components/followup/StageTag'
import { OnceOpened } from '@/components/OnceOpened'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { useSubItems, type WithSubItems } from '../requests/useSubItems'
import styles from './Item.module.css'

const NewItem = lazy(async () => ({ default: (await import('../list/NewItem')).NewItem }))

/** What the item was split into, and the way to split it further. Nothing where there is neither. */
export function SubItems({ item }: { item: Schema<'WorkItemView'> & WithSubItems }) {
  const { t } = useTranslation('work')
  const { sub_items: count = 0, sub_items_open: open = 0 } = item
  const { data: lines } = useSubItems(item.id, count > 0)
  const [isAdding, setAdding] = useState(false)
  const mayAdd = useMay('work.create') && item.standing.state === 'open'
  if (count === 0 && !mayAdd) return null
  const sum = open > 0 ? t('sub_items.open', { open, count }) : t('sub_items.all_done', { count })
  return (
    <Card
      title={
        <>
          {t('sub_items.title')} {count > 0 && <small className={styles.sum}>{sum}</small>}
        </>
      }
      extra={
        mayAdd && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('sub_items.add')}
          </Button>
        )
      }
    >
      {count === 0 && <p className={styles.quiet}>{t('sub_items.none')}</p>}
      {lines && lines.length > 0 && (
        <ul className={styles.subItems} aria-label={t('sub_items.title')}>
          {lines.map((line) => (
            <SubItem key={line.id} line={line} />
          ))}
        </ul>
      )}
      <OnceOpened isOpen={isAdding}>
        <NewItem isOpen={isAdding} onClose={() => setAdding(false)} parentId={item.id} onCreated={() => undefined} />
      </OnceOpened>
    </Card>
  )
}

function SubItem({ line }: { line: Schema<'WorkItemLine'> }) {
  return (
    <li>
      <Link to={`/work-items/${line.id}`}>{line.title}</Link>
      <StageTag stage={line.state} />
      <span>
        <PersonName name={line.handler.name} />
        <span className={line.overdue ? styles.late : undefined}>
          <RelativeTime at={line.due_at} short />
        </span>
      </span>
    </li>
  )
}
