import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { OnceOpened } from '@/components/OnceOpened'
import { useChangesOfMany } from '@/lib/live'
import { workItemsKey } from '@/lib/queryKeys'
import { useIsPhone } from '@/lib/useMedia'
import { useSchedule } from '../requests/useSchedule'
import { AdoptPlan } from './AdoptPlan'
import { beginnable, type Planned, type Schedule } from './plan'
import { PlanBars } from './PlanBars'
import { PlanChart } from './PlanChart'
import styles from './Plan.module.css'
import { useAmount } from './useAmount'
import { WaitsDrawer } from './WaitsDrawer'

/** How the parts of an item fit together: what runs side by side, what after what, and how long all of it takes. */
export function PlanCard({ parentId }: { parentId: string }) {
  const { t } = useTranslation('planning')
  const queryClient = useQueryClient()
  const { data: schedule, error, refetch } = useSchedule(parentId)
  useChangesOfMany('work_item', () => void queryClient.invalidateQueries({ queryKey: [...workItemsKey, 'schedule', parentId] }))
  if (error && !schedule) {
    return (
      <Card title={t('title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    )
  }
  if (!schedule || schedule.items.length === 0) return null
  return <Shown parentId={parentId} schedule={schedule} />
}

function Shown({ parentId, schedule }: { parentId: string; schedule: Schedule }) {
  const { t } = useTranslation('planning')
  const isPhone = useIsPhone()
  const [levelled, setLevelled] = useState(false)
  const [isAdopting, setAdopting] = useState(false)
  const [waiting, setWaiting] = useState<Planned>()
  const drawn = { schedule, levelled, onEdit: schedule.may_adopt ? setWaiting : undefined }
  return (
    <Card
      title={t('title')}
      extra={
        schedule.may_adopt && (
          <Button size="small" type="primary" ghost onClick={() => setAdopting(true)}>
            {t('adopt.act')}
          </Button>
        )
      }
    >
      <div className={styles.top}>
        <Figures schedule={schedule} />
        <Segmented
          size="small"
          aria-label={t('levelled.label')}
          value={levelled ? 'levelled' : 'free'}
          onChange={(value) => setLevelled(value === 'levelled')}
          options={[
            { value: 'free', label: t('levelled.no') },
            { value: 'levelled', label: t('levelled.yes') },
          ]}
        />
      </div>
      <p className={styles.hint}>{levelled ? t('levelled.yes_hint') : t('levelled.no_hint')}</p>
      <SideBySide schedule={schedule} />
      {isPhone ? <PlanBars {...drawn} /> : <PlanChart {...drawn} />}
      <Legend levelled={levelled} />
      {schedule.items.some((item) => item.estimate_assumed && item.state !== 'done') && <p className={styles.hint}>{t('assumed_hint')}</p>}
      {schedule.unseen > 0 && <Alert className={styles.unseen} type="info" title={t('unseen', { count: schedule.unseen })} />}
      <OnceOpened isOpen={isAdopting}>
        <AdoptPlan parentId={parentId} schedule={schedule} levelled={levelled} isOpen={isAdopting} onClose={() => setAdopting(false)} />
      </OnceOpened>
      <OnceOpened isOpen={waiting !== undefined}>
        <WaitsDrawer parentId={parentId} item={waiting} dayMinutes={schedule.days.minutes} onClose={() => setWaiting(undefined)} />
      </OnceOpened>
    </Card>
  )
}

/** "串行 10 天 · 并行 6 天": what is gained by working side by side. */
function Figures({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation('planning')
  const amount = useAmount(schedule.days.minutes)
  const isUnderWay = schedule.items.some((item) => item.begun)
  const figures = [
    { key: 'serial', minutes: schedule.serial_minutes },
    { key: 'length', minutes: schedule.length_minutes },
    { key: 'levelled', minutes: schedule.levelled_minutes },
  ]
  return (
    <dl className={styles.figures} aria-label={t(isUnderWay ? 'figure.remaining' : 'figure.all')}>
      {isUnderWay && <dt className={styles.remaining}>{t('figure.remaining')}</dt>}
      {figures.map(({ key, minutes }) => (
        <div key={key} title={t(`figure.${key}_hint`)}>
          <dt>{t(`figure.${key}`)}</dt>
          <dd>{amount(minutes)}</dd>
        </div>
      ))}
    </dl>
  )
}

function SideBySide({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation('planning')
  const items = beginnable(schedule)
  if (items.length < 2) return null
  return (
    <p className={styles.parallel}>
      {t('parallel_now', { count: items.length })} {items.map((item) => item.title).join(t('separator'))}
    </p>
  )
}

function Legend({ levelled }: { levelled: boolean }) {
  const { t } = useTranslation('planning')
  const signs = ['critical', 'other', 'done', ...(levelled ? [] : ['slack'])]
  return (
    <ul className={styles.legend} aria-label={t('legend.label')}>
      {signs.map((sign) => (
        <li key={sign}>
          <i className={styles[`sign_${sign}`]} aria-hidden />
          {t(`legend.${sign}`)}
        </li>
      ))}
    </ul>
  )
}
