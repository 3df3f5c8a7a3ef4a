import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import type { Schema } from '@/lib/api-types'
import { useKinds } from '../requests/useKinds'
import { type TouchCases as Cases, useTouchReport } from '../requests/useTouchReport'
import { Claims } from './Claims'
import { TouchBars } from './TouchBars'
import { TouchCases } from './TouchCases'
import styles from './Touches.module.css'
import { percentOf } from './shares'

interface Props {
  from: string
  until: string
  kind: string | undefined
  onKind: (kind: string | undefined) => void
}

const IMPORTED = 'outreach'

/** What persistence pays: won and given up by the number of the touch, over one's own data, beside what people claim. */
export function TouchReport({ from, until, kind, onKind }: Props) {
  const { t } = useTranslation('cadence')
  const { kinds } = useKinds()
  const query = { from, until, kind }
  const { data, error, isPending, refetch } = useTouchReport(query)
  const [opened, setOpened] = useState<Cases>()
  if (isPending) return <PageSkeleton />
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const { funnel } = data
  const choice = (
    <Select
      allowClear
      aria-label={t('touches.kind')}
      placeholder={t('touches.any_kind')}
      value={kind}
      onChange={onKind}
      style={{ width: 168 }}
      options={[...kinds.map((each) => ({ value: each.code, label: each.name })), { value: IMPORTED, label: t('touches.imported_only') }]}
    />
  )
  return (
    <>
      <Card title={t('touches.title')} extra={choice}>
        <p className={styles.note}>{t('touches.note')}</p>
        {funnel.cases === 0 ? (
          <EmptyState small title={t('touches.none')} text={t('touches.none_text')} />
        ) : (
          <>
            <Sum funnel={funnel} imported={data.imported} />
            <TouchBars funnel={funnel} onOpen={(touch_number, end) => setOpened({ ...query, touch_number, end })} />
          </>
        )}
      </Card>
      <Claims report={data} />
      <TouchCases query={opened} onClose={() => setOpened(undefined)} />
    </>
  )
}

function Sum({ funnel, imported }: { funnel: Schema<'TouchFunnel'>; imported: number }) {
  const { t } = useTranslation('cadence')
  return (
    <p className={styles.sum}>
      {t('touches.sum', { cases: funnel.cases, won: funnel.won, abandoned: funnel.abandoned, open: funnel.open, settled: funnel.settled })}
      {funnel.conversion && <> {t('touches.conversion', { share: percentOf(funnel.conversion), low: percentOf(funnel.conversion_low), high: percentOf(funnel.conversion_high) })}</>}
      {imported > 0 && <> {t('touches.imported', { count: imported })}</>}
    </p>
  )
}
