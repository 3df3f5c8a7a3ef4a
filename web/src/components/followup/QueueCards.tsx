import { Fragment, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ownFormPath, subjectPath } from '@/lib/subjects'
import { FollowUpDrawer } from './FollowUpDrawer'
import { FocusCard } from './FocusCard'
import { nextAfter, startingWith } from './queue'
import { QueueCard } from './QueueCard'
import styles from './QueueList.module.css'
import { startsGroup, type QueueProps, type Standing } from './queueGroups'

/** The queue on a phone: one card at a time is in focus and pulled aside for the next; those that follow wait below it. */
export function QueueCards({ standings, label, groupOf }: QueueProps) {
  const { t } = useTranslation('followup')
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  const [first, setFirst] = useState<string>()
  const [recording, setRecording] = useState<string>()
  const isMoved = useRef(false)
  // In order of time the groups tell more than the focus does.
  const hasFocus = groupOf === undefined
  const inOrder = hasFocus ? startingWith(standings, first) : standings
  const [focused, ...waiting] = inOrder

  useEffect(() => {
    if (!isMoved.current) return
    isMoved.current = false
    list.current?.querySelector<HTMLElement>('a')?.focus()
  }, [first])

  const goOn = (id: string) => {
    isMoved.current = true
    setFirst(nextAfter(standings, id))
  }
  const open = (standing: Standing) => void navigate(subjectPath(standing.subject_type, standing.id))
  const record = (standing: Standing) => {
    const form = ownFormPath(standing.subject_type, standing.id)
    if (form) void navigate(form)
    else setRecording(standing.id)
  }
  const card = (standing: Standing) => <QueueCard standing={standing} onRecord={() => record(standing)} onOpen={() => open(standing)} />
  const recorded = standings.find((each) => each.id === recording)
  return (
    <>
      <ul ref={list} className={styles.cards} aria-label={label}>
        {hasFocus && focused && (
          <FocusCard
            key={focused.id}
            standing={focused}
            place={standings.indexOf(focused) + 1}
            count={standings.length}
            onRecord={() => record(focused)}
            onOpen={() => open(focused)}
            onNext={standings.length > 1 ? () => goOn(focused.id) : undefined}
          />
        )}
        {hasFocus && waiting.length > 0 && <li className={styles.group}>{t('queue.waiting')}</li>}
        {(hasFocus ? waiting : inOrder).map((each, index, shown) => (
          <Fragment key={each.id}>
            {startsGroup(shown, index, groupOf) && <li className={styles.group}>{groupOf?.(each)}</li>}
            {card(each)}
          </Fragment>
        ))}
      </ul>
      <FollowUpDrawer followed={recorded && { ...recorded, isClosed: recorded.state === 'closed' }} onClose={() => setRecording(undefined)} onRecorded={() => recorded?.id === focused?.id && recorded && goOn(recorded.id)} />
    </>
  )
}
