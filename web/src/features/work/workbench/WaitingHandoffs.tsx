import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useTimeText } from '@/lib/useTimeText'
import { useWorkItem } from '../requests/useWorkItem'
import { useAcceptHandoff, useDeclineHandoff } from '../requests/useHandoffs'
import styles from './WaitingHandoffs.module.css'

type Handoff = Schema<'HandoffView'>

/** What others want to hand to me: until I answer, it stays with them. */
export function WaitingHandoffs({ handoffs }: { handoffs: Handoff[] }) {
  const { t } = useTranslation('work')
  const [declining, setDeclining] = useState<Handoff>()
  const decline = useDeclineHandoff()
  const submit = ({ reason }: { reason: string }, key: string) => {
    if (!declining) return Promise.resolve()
    return decline.mutateAsync({ id: declining.id, work_item_id: declining.work_item_id, reason, key })
  }
  return (
    <>
      <ul className={styles.handoffs}>
        {handoffs.map((handoff) => (
          <Waiting key={handoff.id} handoff={handoff} onDecline={() => setDeclining(handoff)} />
        ))}
      </ul>
      <FormDrawer<{ reason: string }> title={t('handoff.decline_title')} isOpen={declining !== undefined} onClose={() => setDeclining(undefined)} onSubmit={submit} submitText={t('handoff.decline')}>
        <Form.Item name="reason" label={t('ask.reason')} rules={[{ required: true, whitespace: true, message: t('ask.reason_missing') }]} extra={t('handoff.decline_hint')}>
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
      </FormDrawer>
    </>
  )
}

function Waiting({ handoff, onDecline }: { handoff: Handoff; onDecline: () => void }) {
  const { t } = useTranslation('work')
  const accept = useAcceptHandoff()
  const time = useTimeText()
  const problemText = useProblemText()
  const { data: item } = useWorkItem(handoff.work_item_id)
  const take = () => accept.mutate(handoff, { onSuccess: () => toast.success(t('handoff.accepted')), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <li>
      <div className={styles.words}>
        <Link to={`/work-items/${handoff.work_item_id}`}>{item?.title ?? '…'}</Link>
        <p>
          <PersonName name={handoff.from.name} />
          <span>
            {t('handoff.offered')} <RelativeTime at={handoff.at} />
          </span>
          <span className={handoff.late ? styles.late : undefined}>
            {t(handoff.late ? 'handoff.answer_late' : 'handoff.answer_by', { at: time.short(handoff.answer_due_at) })}
          </span>
        </p>
        {handoff.note && <p className={styles.note}>{handoff.note}</p>}
      </div>
      <div className={styles.acts}>
        <Button onClick={onDecline}>{t('handoff.decline')}</Button>
        <Button type="primary" onClick={take} loading={accept.isPending}>
          {t('handoff.accept')}
        </Button>
      </div>
    </li>
  )
}
