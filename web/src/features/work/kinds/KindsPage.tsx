import { EditOutlined, FieldTimeOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { OnceOpened } from '@/components/OnceOpened'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { ANSWERS } from '../brief/answers'
import { type Kind, useKinds } from '../requests/useKinds'
import styles from './Kinds.module.css'
import { usePeriodText } from './periods'

const KindCadence = lazy(async () => ({ default: (await import('../cadence/KindCadence')).KindCadence }))
const KindForm = lazy(async () => ({ default: (await import('./KindForm')).KindForm }))

/** The kinds of work items: what each asks for, and how closely it is followed. */
export function KindsPage() {
  const { t } = useTranslation('kinds')
  const { all, data, error, refetch } = useKinds()
  const { t: cadence } = useTranslation('cadence')
  const [editing, setEditing] = useState<Kind | 'new'>()
  const [pacing, setPacing] = useState<{ code: string; name: string }>()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = (
    <span className={styles.heads}>
      <Button icon={<FieldTimeOutlined />} onClick={() => setPacing({ code: '*', name: cadence('every_kind') })}>
        {cadence('every_kind_cadence')}
      </Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
        {t('add')}
      </Button>
    </span>
  )
  return (
    <>
      <Card title={t('title')} extra={add} flush>
        <p className={styles.note}>{t('note')}</p>
        <ul className={styles.kinds}>
          {all.map((kind) => (
            <KindLine key={kind.code} kind={kind} onEdit={() => setEditing(kind)} onPace={() => setPacing(kind)} />
          ))}
        </ul>
      </Card>
      <OnceOpened isOpen={editing !== undefined}>
        <KindForm key={editing === 'new' ? 'new' : editing?.code} isOpen={editing !== undefined} kind={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      </OnceOpened>
      <OnceOpened isOpen={pacing !== undefined}>
        <KindCadence key={pacing?.code} isOpen={pacing !== undefined} kind={pacing?.code ?? '*'} name={pacing?.name ?? ''} onClose={() => setPacing(undefined)} />
      </OnceOpened>
    </>
  )
}

function KindLine({ kind, onEdit, onPace }: { kind: Kind; onEdit: () => void; onPace: () => void }) {
  const { t: cadence } = useTranslation('cadence')
  const { t } = useTranslation('kinds')
  const { t: word } = useTranslation('work')
  const period = usePeriodText()
  const required = ANSWERS.filter((answer) => kind.required.includes(answer)).map((answer) => word(`answer.${answer}`))
  const rules = [
    t('every', { time: period(kind.follow_up_gap_minutes) }),
    t('accepted_within', { time: period(kind.handoff_limit_minutes) }),
    kind.minimum_touches > 0 && t('touches', { count: kind.minimum_touches }),
    kind.fields.length > 0 && t('own_fields', { count: kind.fields.length }),
    kind.asks_lessons && t('asks_lessons'),
  ].filter(Boolean)
  return (
    <li>
      <div>
        <h3>
          {kind.name} <code>{kind.code}</code> {kind.closed_at && <StateTag tone="neutral" text={t('closed')} />}
        </h3>
        <p>{required.length > 0 ? t('requires', { answers: required.join(t('separator')) }) : t('requires_none')}</p>
        <p>{rules.join(' · ')}</p>
      </div>
      <span className={styles.heads}>
        <Button icon={<FieldTimeOutlined />} aria-label={cadence('of_kind', { name: kind.name })} title={cadence('of_kind', { name: kind.name })} onClick={onPace} />
        <Button icon={<EditOutlined />} aria-label={t('edit', { name: kind.name })} onClick={onEdit} />
      </span>
    </li>
  )
}
