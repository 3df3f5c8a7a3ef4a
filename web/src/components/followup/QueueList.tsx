import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Schema } from '@/lib/api-types'
import { subjectPath } from '@/lib/subjects'
import { useIsPhone } from '@/lib/useMedia'
import { useRowKeys } from '@/lib/useRowKeys'
import { FollowUpDrawer } from './FollowUpDrawer'
import { useFollowUpFormSoon } from './LazyFollowUpForm'
import { QueueCard } from './QueueCard'
import styles from './QueueList.module.css'
import { QueueRow } from './QueueRow'

type Standing = Schema<'Standing'>

interface Props {
  standings: Standing[]
  label: string
  /** Rows of the same group stand under its heading. */
  groupOf?: (standing: Standing) => string
  /** The page's purpose is this list: the first row takes the focus, so that the keys work at once. */
  takesFocus?: boolean
}

function startsGroup(standings: Standing[], index: number, groupOf?: (standing: Standing) => string): boolean {
  const before = standings[index - 1]
  return groupOf !== undefined && (!before || groupOf(before) !== groupOf(standings[index]!))
}

/**
 * Follow-ups one after another: J and K move, F records in place, Enter opens. Once one is recorded it leaves the queue
 * and the next one has the focus.
 */
export function QueueList({ standings, label, groupOf, takesFocus = false }: Props) {
  const navigate = useNavigate()
  useFollowUpFormSoon()
  const isPhone = useIsPhone()
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState<string>()
  const [recording, setRecording] = useState<string>()
  const place = useRef<number>(undefined)

  const focusRow = (index: number) => list.current?.querySelectorAll<HTMLElement>('[data-row] a')[index]?.focus({ preventScroll: false })
  const isTaken = useRef(false)
  useEffect(() => {
    if (!takesFocus || isTaken.current || isPhone || standings.length === 0) return
    isTaken.current = true
    if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[data-row] a')?.focus({ preventScroll: true })
  }, [takesFocus, isPhone, standings.length])
  useEffect(() => {
    if (place.current === undefined) return
    focusRow(Math.min(place.current, standings.length - 1))
    place.current = undefined
  }, [standings])

  const open = (standing: Standing) => void navigate(subjectPath(standing.subject_type, standing.id))
  const actions = useMemo(() => ({ f: (key: string) => setRecording(key) }), [])
  const onKeyDown = useRowKeys(actions)
  const close = () => {
    const index = standings.findIndex((each) => each.id === recording)
    setRecording(undefined)
    requestAnimationFrame(() => focusRow(index))
  }
  const recorded = () => {
    place.current = standings.findIndex((each) => each.id === recording)
  }
  const standing = standings.find((each) => each.id === recording)
  return (
    <>
      <ul ref={list} className={isPhone ? styles.cards : styles.rows} aria-label={label} onKeyDown={onKeyDown}>
        {standings.map((each, index) => (
          <Fragment key={each.id}>
            {startsGroup(standings, index, groupOf) && <li className={styles.group}>{groupOf?.(each)}</li>}
            {isPhone ? (
              <QueueCard standing={each} onRecord={() => setRecording(each.id)} onOpen={() => open(each)} />
            ) : (
              <QueueRow standing={each} isCurrent={each.id === (current ?? standings[0]?.id)} isRecording={each.id === recording} onFocus={() => setCurrent(each.id)} onRecord={() => setRecording(each.id)} onClose={close} onRecorded={recorded} />
            )}
          </Fragment>
        ))}
      </ul>
      {isPhone && <FollowUpDrawer followed={standing && { ...standing, isClosed: standing.state === 'closed' }} onClose={() => setRecording(undefined)} />}
    </>
  )
}
