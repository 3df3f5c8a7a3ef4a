import { theme } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Card } from '@/components/Card'
import type { Schema } from '@/lib/api-types'
import { useDelayCharts, usePunctuality } from '../requests/useDelayAnalysis'
import styles from './Analysis.module.css'
import { paretoOf } from './pareto'
import { Report } from './Report'
import { ShareCell } from './ShareCell'

const Chart = lazy(async () => ({ default: (await import('@/components/Chart')).Chart }))

interface Period {
  from: string
  until: string
}

type Line = Schema<'DelayLine'>
type By = Schema<'DelayGroup'>

/** Why things are late, the most frequent first, and how much is done by the date promised first. */
export function DelayAnalysis({ by, from, until }: Period & { by: By }) {
  return (
    <div className={styles.stack}>
      <Delays by={by} from={from} until={until} />
      <OnTime from={from} until={until} />
    </div>
  )
}

/** The reports a bar counts. */
function rowsOf(line: Line, by: By, { from, until }: Period): string | undefined {
  if (line.key === null) return undefined
  return `/delay-reports?${new URLSearchParams({ [by === 'cause' ? 'cause' : 'department_id']: line.key, state: 'approved', from, until }).toString()}`
}

function Delays({ by, ...period }: Period & { by: By }) {
  const { t } = useTranslation('analysis')
  const { t: word } = useTranslation('delays')
  const report = useDelayCharts({ by, ...period })
  const nameOf = (line: Line) => (by === 'cause' ? word(`cause.${line.key}`) : (line.name ?? t('no_department')))
  const heads = [t(`by_head.${by}`), t('delays.count'), t('delays.days'), t('delays.share'), t('delays.cumulative')]
  return (
    <>
      {report.data && report.data.length > 0 && (
        <Card title={t('delays.chart')}>
          <Pareto lines={report.data} nameOf={nameOf} pathOf={(line) => rowsOf(line, by, period)} />
        </Card>
      )}
      <Report
        title={t('delays.title')}
        note={t('delays.note')}
        query={report}
        fileName={`${t('delays.title')} ${period.from} ${period.until}.csv`}
        heads={heads}
        rowKey={(line) => line.key ?? ''}
        cells={(line) => [nameOf(line), line.reports, line.delay_days, line.share, line.cumulative_share]}
        shown={(line) => [
          nameOf(line),
          <Door key="reports" to={rowsOf(line, by, period)} count={line.reports} />,
          line.delay_days,
          <ShareCell key="share" percent={line.share} note={t('delays.share')} />,
          <ShareCell key="cumulative" percent={line.cumulative_share} note={t('delays.cumulative')} />,
        ]}
      />
    </>
  )
}

function Pareto({ lines, nameOf, pathOf }: { lines: Line[]; nameOf: (line: Line) => string; pathOf: (line: Line) => string | undefined }) {
  const { t } = useTranslation('analysis')
  const { token } = theme.useToken()
  const navigate = useNavigate()
  const names = lines.map(nameOf).join('\n')
  const option = useMemo(() => {
    const bars = lines.map((line, index) => ({ name: names.split('\n')[index] ?? '', count: line.reports, cumulative: line.cumulative_share }))
    return paretoOf(bars, { count: t('delays.count'), cumulative: t('delays.cumulative') }, { bar: token.colorPrimary, line: token.colorWarning, text: token.colorTextTertiary, rule: token.colorBorderSecondary })
  }, [lines, names, t, token])
  const choose = (index: number) => {
    const path = lines[index] && pathOf(lines[index])
    if (path) void navigate(path)
  }
  return (
    <Suspense fallback={<div style={{ height: 300 }} />}>
      <Chart option={option} label={t('delays.chart')} onChoose={choose} />
    </Suspense>
  )
}

const OUTCOMES: readonly Schema<'DueOutcome'>[] = ['on_time', 'late', 'open_late']

function OnTime(period: Period) {
  const { t } = useTranslation('analysis')
  const report = usePunctuality(period)
  const nameOf = (line: Schema<'PunctualityLine'>) => line.department_name ?? t('no_department')
  const rows = (line: Schema<'PunctualityLine'>, punctuality: Schema<'DueOutcome'>) =>
    line.department_id === null
      ? undefined
      : `/work-items?${new URLSearchParams({ states: 'all', department_id: line.department_id, department_only: '1', punctuality, original_due_from: period.from, original_due_to: period.until }).toString()}`
  return (
    <Report
      title={t('on_time.title')}
      note={t('on_time.note')}
      query={report}
      fileName={`${t('on_time.title')} ${period.from} ${period.until}.csv`}
      heads={[t('by_head.department'), ...OUTCOMES.map((outcome) => t(`on_time.${outcome}`)), t('on_time.percent')]}
      rowKey={(line) => line.department_id ?? ''}
      cells={(line) => [nameOf(line), ...OUTCOMES.map((outcome) => line[outcome]), line.percent]}
      shown={(line) => [nameOf(line), ...OUTCOMES.map((outcome) => <Door key={outcome} to={rows(line, outcome)} count={line[outcome]} />), <ShareCell key="percent" percent={line.percent} note={t('on_time.percent')} />]}
    />
  )
}

/** A number leads to what it counts. */
function Door({ to, count }: { to: string | undefined; count: number }) {
  return to && count > 0 ? (
    <Link to={to} className={styles.door}>
      {count}
    </Link>
  ) : (
    <>{count}</>
  )
}
