import { Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, instantAt } from '@/lib/civilTime'
import { useTimeText } from '@/lib/useTimeText'
import { FormPanel } from '../FormPanel'
import { toast } from '../toast'
import { useProblemText } from '../useProblemText'
import { asProblem } from '@/lib/problem'
import { FollowUpDetails } from './FollowUpDetails'
import styles from './FollowUpForm.module.css'
import { MethodChips } from './MethodChips'
import { NextTime } from './NextTime'
import { Photos } from './Photos'
import { useAddPhotos } from './requests/useAddPhotos'
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
  /** One the server refused, to be corrected: all that was said stands in the form again. */
  refused?: Partial<Values>
}

/** The ten-second form: how, what was found, what will be done, when to look again. */
export function FollowUpForm({ followed, onClose, onRecorded, isInline = false, refused }: Props) {
  const { t } = useTranslation('followup')
  const time = useTimeText()
  const record = useRecordFollowUp()
  const { data: proposal, isLoading } = useProposal(followed.id, !followed.isClosed)
  const [isDetailed, setDetailed] = useState(refused !== undefined)
  const [isTooMany, setTooMany] = useState(false)
  const [photos, setPhotos] = useState<File[]>([])
  const addPhotos = useAddPhotos()
  const problemText = useProblemText()
  if (isLoading) return <Skeleton active paragraph={{ rows: 4 }} className={isInline ? undefined : styles.waiting} />

  const submit = async (values: Values, key: string) => {
    const outcome = await record(followed.id, { ...values, id: key }, `${followed.number} ${values.finding}`).catch((error: unknown) => {
      setTooMany(asProblem(error).code === 'followup.too_many_touches')
      throw error
    })
    const next = values.next_follow_up_at
    if (photos.length > 0) await sendPhotos(key, outcome)
    if (outcome === 'kept') toast.success(t('form.kept'))
    else toast.success(next ? t('form.recorded_next', { at: time.short(next) }) : t('form.recorded'))
    onRecorded?.()
  }
  /** The follow-up stands already: a photo that did not arrive is told, and added from the item. */
  const sendPhotos = async (followUpId: string, outcome: 'recorded' | 'kept') => {
    if (outcome === 'kept') return toast.error(t('photos.not_kept'))
    const failed = await addPhotos(followed.id, followUpId, photos)
    for (const { name, error } of failed) toast.error(`${name} · ${problemText(asProblem(error))}`)
  }
  const next = proposal?.next_follow_up_at ?? instantAt(addDays(time.civil(time.now).date, 1), '09:00', time.zone)
  const planned = proposal?.this_one
  const initialValues: Partial<Values> = { method: planned?.method ?? 'phone', direction: 'inward', ...(followed.isClosed ? {} : { next_follow_up_at: next }), ...refused }
  return (
    <FormPanel<Values> scrollsIntoView={isInline} onClose={onClose} onSubmit={submit} initialValues={initialValues} draft={refused ? undefined : `follow-up/${followed.id}`} submitText={t('form.submit')} isInline={isInline}>
      <div className={styles.fields}>
        <Form.Item name="method" label={t('form.method')} extra={planned?.hint ? t('form.planned', { number: planned.number, hint: planned.hint }) : undefined} rules={[{ required: true }]}>
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
        {isTooMany && (
          <Form.Item name="despite_limit_reason" label={t('form.despite_limit')} rules={[{ required: true, whitespace: true, message: t('form.despite_limit_missing') }]}>
            <Input maxLength={500} placeholder={t('form.despite_limit_hint')} />
          </Form.Item>
        )}
        {!followed.isClosed && <NextTime commitmentId={followed.id} />}
        <Photos files={photos} onChange={setPhotos} />
        <FollowUpDetails isOpen={isDetailed} onOpen={() => setDetailed(true)} />
      </div>
    </FormPanel>
  )
}

