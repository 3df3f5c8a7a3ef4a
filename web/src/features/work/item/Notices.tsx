import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import { useAcceptHandoff, useDeclineHandoff, useWithdrawHandoff } from '../requests/useHandoffs'
import styles from './Item.module.css'

/** What is out of the ordinary: a handoff nobody answered yet, why it rests, why it came back. */
export function Notices({ item }: { item: Schema<'WorkItemView'> }) {
  const { t } = useTranslation('work')
  return (
    <>
      {item.pending_handoff && <PendingHandoff handoff={item.pending_handoff} ownerId={item.standing.owner.id} />}
      {item.state_reason && ['on_hold', 'returned', 'cancelled'].includes(item.state) && (
        <Alert
          className={styles.notice}
          type={item.state === 'returned' ? 'warning' : 'info'}
          title={
            <>
              {t(`reason.${item.state}`, { reason: item.state_reason })}
              {item.hold_until && (
                <>
                  {' '}
                  {t('reason.until')} <RelativeTime at={item.hold_until} short />
                </>
              )}
            </>
          }
        />
      )}
    </>
  )
}

function PendingHandoff({ handoff, ownerId }: { handoff: Schema<'HandoffView'>; ownerId: string }) {
  const { t } = useTranslation('work')
  const { user } = useSession()
  const problemText = useProblemText()
  const time = useTimeText()
  const accept = useAcceptHandoff()
  const decline = useDeclineHandoff()
  const withdraw = useWithdrawHandoff()
  const [isDeclining, setDeclining] = useState(false)
  const isForMe = handoff.to.id === user.employee_id
  const isMine = [handoff.from.id, ownerId].includes(user.employee_id ?? '')
  const onError = (error: unknown) => toast.error(problemText(asProblem(error)))
  const act = (
    <>
      {isForMe && (
        <>
          <Button size="small" onClick={() => setDeclining(true)}>
            {t('handoff.decline')}
          </Button>
          <Button size="small" type="primary" loading={accept.isPending} onClick={() => accept.mutate(handoff, { onSuccess: () => toast.success(t('handoff.accepted')), onError })}>
            {t('handoff.accept')}
          </Button>
        </>
      )}
      {isMine && !isForMe && (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(handoff, { onError })}>
          {t('handoff.withdraw')}
        </Button>
      )}
    </>
  )
  return (
    <>
      <Alert
        className={styles.notice}
        type={handoff.late ? 'error' : 'warning'}
        title={
          <>
            {isForMe ? t('handoff.for_me', { from: handoff.from.name }) : t('handoff.pending_for', { from: handoff.from.name, to: handoff.to.name })}
            {t('handoff.separator')}
            {t(handoff.late ? 'handoff.answer_late' : 'handoff.answer_by', { at: time.short(handoff.answer_due_at) })}
          </>
        }
        description={handoff.note || undefined}
        action={act}
      />
      <FormDrawer<{ reason: string }> title={t('handoff.decline_title')} isOpen={isDeclining} onClose={() => setDeclining(false)} onSubmit={({ reason }, key) => decline.mutateAsync({ id: handoff.id, work_item_id: handoff.work_item_id, reason, key })} submitText={t('handoff.decline')}>
        <Form.Item name="reason" label={t('ask.reason')} rules={[{ required: true, whitespace: true, message: t('ask.reason_missing') }]} extra={t('handoff.decline_hint')}>
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
      </FormDrawer>
    </>
  )
}
