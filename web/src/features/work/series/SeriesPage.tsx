import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Switch } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { MoreRows } from '@/components/MoreRows'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonName } from '@/components/Person'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { useChangesOfMany } from '@/lib/live'
import { asProblem } from '@/lib/problem'
import { useMay } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { useTimeText } from '@/lib/useTimeText'
import { useKinds } from '../requests/useKinds'
import { seriesKey, useSeriesList, useStopSeries } from '../requests/useSeries'
import { ruleKey, type Series } from './rule'
import styles from './Series.module.css'

const RepeatForm = lazy(async () => ({ default: (await import('./RepeatForm')).RepeatForm }))

/** What comes round again: the rule, when it is next, what it made last, and how to stop it. */
export function SeriesPage() {
  const { t } = useTranslation('series')
  const queryClient = useQueryClient()
  const { filters, set } = useListState(['ended'])
  const list = useSeriesList(filters.ended !== undefined)
  const mayCreate = useMay('work.create')
  const [isAdding, setAdding] = useState(false)
  useChangesOfMany('work_series', () => void queryClient.invalidateQueries({ queryKey: seriesKey }))
  const add = mayCreate && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={add} />
      <div className={styles.tools}>
        <Switch id="series-ended" checked={filters.ended !== undefined} onChange={(on) => set({ ended: on ? '1' : undefined })} />
        <label htmlFor="series-ended">{t('with_ended')}</label>
      </div>
      {list.isLoading && <PageSkeleton />}
      {list.error !== null && list.items.length === 0 && <ErrorState error={list.error} onRetry={list.reload} />}
      {!list.isLoading && !list.error && list.items.length === 0 && <EmptyState title={t('none')} text={t('none_text')} action={add || undefined} />}
      {list.items.length > 0 && (
        <Card flush>
          <ul aria-label={t('title')}>
            {list.items.map((series) => (
              <Row key={series.id} series={series} />
            ))}
          </ul>
        </Card>
      )}
      <MoreRows list={list} />
      <OnceOpened isOpen={isAdding}>
        <RepeatForm isOpen={isAdding} onClose={() => setAdding(false)} />
      </OnceOpened>
    </>
  )
}

function Row({ series }: { series: Series }) {
  const { t } = useTranslation('series')
  const { nameOf } = useKinds()
  const time = useTimeText()
  const stop = useStopSeries()
  const problemText = useProblemText()
  const next = series.next_on ? t('next', { day: time.day(series.next_on) }) : series.stopped_at ? t('stopped', { name: series.stopped_by_name }) : t('over')
  return (
    <li className={styles.row}>
      <div>
        <strong>{series.title}</strong>
        <span className={styles.quiet}>{nameOf(series.kind)}</span>
      </div>
      <div>
        {t(ruleKey(series), { count: series.every })}
        <span className={styles.quiet}>{series.until ? t('until_day', { day: time.day(series.until) }) : t('for_ever')}</span>
      </div>
      <div>
        <PersonName name={series.handler.name} />
        {series.owner.id !== series.handler.id && <span className={styles.quiet}>{t('owned_by', { name: series.owner.name })}</span>}
      </div>
      <div>
        {next}
        {series.last_item && (
          <span className={styles.quiet}>
            <Link to={`/work-items?whose=all&states=all&series_id=${series.id}`}>{t('made', { count: series.made })}</Link>
            {' · '}
            <Link to={`/work-items/${series.last_item.id}`}>{series.last_item.number}</Link>
          </span>
        )}
      </div>
      {series.may_stop ? (
        <Popconfirm title={t('stop_title')} description={t('stop_note')} okText={t('stop')} onConfirm={() => stop.mutate(series.id, { onSuccess: () => toast.success(t('is_stopped')), onError: (error) => toast.error(problemText(asProblem(error))) })}>
          <Button loading={stop.isPending}>{t('stop')}</Button>
        </Popconfirm>
      ) : (
        <span />
      )}
    </li>
  )
}
