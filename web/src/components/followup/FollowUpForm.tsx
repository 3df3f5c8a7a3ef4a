import { Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, instantAt } from '@/lib/civilTime'
import { useTimeText } from '@/lib/useTimeText'
import { FormPanel } from '../FormPanel'
import { toast } from '../toast'
import { FollowUpDetails } from './FollowUpDetails'
import styles from './FollowUpForm.module.css'
import { MethodChips } from './MethodChips'
import { NextTimeField } from './NextTimeField'
import { useProposal } from './requests/useProposal'
import { type FollowUpForm as Values, useRecordFollowUp } from './requests/useRecordFollowUp'

/** The thing followed, as far as the form must know it. */
export interface Followed {
  id: string
  number: string
  title: string
  isClosed: boolean
}

interface Props {
  followed: Followed
  onClose: () => void
  onRecorded?: () => void
  isInline?: boolean
}

/** The ten-second form: how, what was found, what will be done, when to look again. */
export function FollowUpForm({ followed, onClose, onRecorded, isInline = false }: Props) {
  const { t } = useTranslation('followup')
  const time = useTimeText()
  const record = useRecordFollowUp()
  const { data: proposal, isLoading } = useProposal(followed.id, !followed.isClosed)
  const [isDetailed, setDetailed] = useState(false)
  if (isLoading) return <Skeleton active paragraph={{ rows: 4 }} className={isInline ? undefined : styles.waiting} />

  const submit = async (values: Values, key: string) => {
    const outcome = await record(followed.id, { ...values, id: key }, `${followed.number} ${values.finding}`)
    const next = values.next_follow_up_at
    if (outcome === 'kept') toast.success(t('form.kept'))
    else toast.success(next ? t('form.recorded_next', { at: time.short(next) }) : t('form.recorded'))
    onRecorded?.()
  }
  const next = proposal?.next_follow_up_at ?? instantAt(addDays(time.civil(time.now).date, 1), '09:00', time.zone)
  const initialValues: Partial<Values> = { method: 'phone', direction: 'inward', ...(followed.isClosed ? {} : { next_follow_up_at: next }) }
  return (
    <FormPanel<Values> scrollsIntoView={isInline} onClose={onClose} onSubmit={submit} initialValues={initialValues} draft={`follow-up/${followed.id}`} submitText={t('form.submit')} isInline={isInline}>
      <div className={styles.fields}>
        <Form.Item name="method" label={t('form.method')} rules={[{ required: true }]}>
          <MethodChips />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="finding" label={t('form.finding')} rules={[{ required: true, whitespace: true, message: t('form.finding_missing') }]}>
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t('form.finding_hint')} maxLength={4000} />
          </Form.Item>
          <Form.Item name="solution" label={t('form.solution')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t('form.solution_hint')} maxLength={4000} />
          </Form.Item>
        </div>
        {!followed.isClosed && (
          <Form.Item name="next_follow_up_at" label={t('form.next')} rules={[{ required: true, message: t('form.next_missing') }]}>
            <NextTimeField proposal={proposal} />
          </Form.Item>
        )}
        <FollowUpDetails isOpen={isDetailed} onOpen={() => setDetailed(true)} />
      </div>
    </FormPanel>
  )
}

