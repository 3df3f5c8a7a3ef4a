import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { FormPanel } from '@/components/FormPanel'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag, type Tone } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useTimeText } from '@/lib/useTimeText'
import { uuidv7 } from '@/lib/uuid'
import { useDecideDelay } from '../requests/useDelays'
import styles from './Delays.module.css'

type Report = Schema<'DelayReportView'>

export const DELAY_TONES: Record<Schema<'DelayState'>, Tone> = { waiting: 'waiting', approved: 'done', declined: 'late', withdrawn: 'neutral' }

/** Why the item was late each time, and what was decided. Nothing where it never was. */
export function DelayReports({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('delays')
  if (item.delay_reports.length === 0) return null
  return (
    <Card title={t('title')}>
      <ol className={styles.reports}>
        {item.delay_reports.toReversed().map((report) => (
          <li key={report.id}>
            <Shown report={report} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Shown({ report }: { report: Report }) {
  const { t } = useTranslation('delays')
  const time = useTimeText()
  return (
    <>
      <header>
        <strong>{t('by', { name: report.by_name })}</strong>
        <RelativeTime at={report.at} />
        <StateTag tone={DELAY_TONES[report.state]} text={t(`state.${report.state}`)} />
      </header>
      <p className={styles.dates}>
        <b>{t(`cause.${report.cause}`)}</b>
        <span>{t('moved', { from: time.short(report.due_before), to: time.short(report.new_due_at), days: report.delay_days })}</span>
      </p>
      <ol className={styles.chain} aria-label={t('why.title')}>
        {report.whys.map((why, index) => (
          <li key={index}>
            <span>{index === 0 ? t('why.first') : t('why.again')}</span>
            {why}
          </li>
        ))}
      </ol>
      <p>
        <span className={styles.label}>{t('action.label')}</span>
        {report.corrective_action}
      </p>
      {report.decided_by_name && report.state !== 'withdrawn' && (
        <blockquote>
          <header>
            <strong>{t(`decided.${report.state}`, { name: report.decided_by_name })}</strong>
            <RelativeTime at={report.decided_at} />
          </header>
          {report.decision_note && <p>{report.decision_note}</p>}
        </blockquote>
      )}
      <Acts report={report} />
    </>
  )
}

function Acts({ report }: { report: Report }) {
  const { t } = useTranslation('delays')
  const problemText = useProblemText()
  const decide = useDecideDelay(report.work_item_id)
  const [way, setWay] = useState<'approve' | 'decline'>()
  if (!report.may_decide && !report.may_withdraw) return null
  if (way && report.may_decide) {
    const name = way === 'approve' ? 'note' : 'reason'
    const submit = ({ said = '' }: { said?: string }, key: string) =>
      decide.mutateAsync(way === 'approve' ? { way, report_id: report.id, note: said.trim() || undefined, key } : { way, report_id: report.id, reason: said, key }).then(() => toast.success(t(way === 'approve' ? 'approved' : 'declined')))
    return (
      <FormPanel<{ said?: string }> key={way} isInline scrollsIntoView onClose={() => setWay(undefined)} onSubmit={submit} submitText={t(way)}>
        <Form.Item name="said" label={t(`ask.${name}`)} rules={way === 'decline' ? [{ required: true, whitespace: true, message: t('ask.reason_missing') }] : []}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </FormPanel>
    )
  }
  const withdraw = () => decide.mutate({ way: 'withdraw', report_id: report.id, key: uuidv7() }, { onSuccess: () => toast.success(t('withdrawn')), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <div className={styles.acts}>
      {report.may_decide && (
        <>
          <Button size="small" type="primary" onClick={() => setWay('approve')}>
            {t('approve')}
          </Button>
          <Button size="small" onClick={() => setWay('decline')}>
            {t('decline')}
          </Button>
        </>
      )}
      {report.may_withdraw && (
        <Button size="small" loading={decide.isPending} onClick={withdraw}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  )
}
