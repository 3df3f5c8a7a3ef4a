import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonName } from '@/components/Person'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import styles from '../cards/Cards.module.css'
import { GoalTabs } from '../GoalTabs'
import { useAnswerSupport, useMissingCheckIns, useSupportRequests, useWaitingRevisions } from '../requests/useWaiting'
import { RevisionEntry } from './Revisions'

/** What about goals waits for me: revisions to decide, help that was asked for, check-ins that are missing. */
export function WaitingPage() {
  const { t } = useTranslation('goal')
  const revisions = useWaitingRevisions()
  const support = useSupportRequests()
  const missing = useMissingCheckIns()
  const isLoading = revisions.isPending || support.isPending || missing.isPending
  const asked = (support.data ?? []).filter((request) => request.state === 'asked')
  const nothing = !isLoading && !revisions.data?.length && asked.length === 0 && !missing.data?.length
  return (
    <>
      <PageHeader title={t('waiting.heading')} note={t('waiting.note')} />
      <GoalTabs shown="waiting" />
      {isLoading && <PageSkeleton />}
      {nothing && <EmptyState title={t('waiting.none')} text={t('waiting.none_text')} />}
      {!!revisions.data?.length && (
        <Card title={t('waiting.revisions')}>
          <ul className={styles.entries}>
            {revisions.data.map((revision) => (
              <RevisionWaiting key={revision.id} revision={revision} />
            ))}
          </ul>
        </Card>
      )}
      {asked.length > 0 && (
        <Card title={t('waiting.support')}>
          <ul className={styles.entries}>
            {asked.map((request) => (
              <SupportRequest key={request.id} request={request} />
            ))}
          </ul>
        </Card>
      )}
      {!!missing.data?.length && (
        <Card title={t('waiting.missing')}>
          <ul className={styles.entries}>
            {missing.data.map((each) => (
              <li key={each.item_id}>
                <header>
                  <StateTag tone="late" text={t('waiting.days_late', { count: each.days_late })} /> <PersonName name={each.person.name} /> <Link to={`/goals/cards/${each.card_id}`}>{each.what}</Link> <RelativeTime at={each.due_at} short />
                </header>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function RevisionWaiting({ revision }: { revision: Schema<'RevisionView'> }) {
  return (
    <>
      <li>
        <Link to={`/goals/cards/${revision.card_id}`}>
          {revision.person_name} · {revision.what}
        </Link>
      </li>
      <RevisionEntry cardId={revision.card_id} revision={revision} />
    </>
  )
}

function SupportRequest({ request }: { request: Schema<'SupportRequestView'> }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const answer = useAnswerSupport()
  const [reason, setReason] = useState('')
  const send = (confirmed: boolean) => answer.mutate({ id: request.id, form: { confirmed, reason: reason.trim() || null } }, { onSuccess: () => toast.success(t('waiting.answered')), onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <li>
      <header>
        <PersonName name={request.person_name} /> <Link to={`/goals/cards/${request.card_id}`}>{request.what}</Link> {request.department_name} <RelativeTime at={request.asked_at} short />
      </header>
      {(request.quantity ?? request.how) && <p className={styles.quiet}>{[request.quantity, request.how].filter(Boolean).join(' · ')}</p>}
      <div className={styles.answer}>
        <Input value={reason} maxLength={1000} aria-label={t('revision.reason')} placeholder={t('revision.reason')} onChange={(event) => setReason(event.target.value)} />
        <Button type="primary" loading={answer.isPending} onClick={() => send(true)}>
          {t('waiting.confirm')}
        </Button>
        <Button danger onClick={() => send(false)}>
          {t('waiting.decline')}
        </Button>
      </div>
    </li>
  )
}
