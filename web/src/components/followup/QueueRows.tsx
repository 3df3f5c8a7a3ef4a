import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ownFormPath } from '@/lib/subjects'
import { useRowKeys } from '@/lib/useRowKeys'
import { nextAfter } from './queue'
import styles from './QueueList.module.css'
import { QueueRow } from './QueueRow'
import { startsGroup, type QueueProps } from './queueGroups'

/**
 * The queue on a desk: J and K move, N goes on to the next and from the last to the first, F records in place or opens the form
 * of what has one of its own, Enter opens. Once one is
 * recorded it leaves the queue and the next one has the focus.
 */
export function QueueRows({ standings, label, groupOf, takesFocus }: QueueProps & { takesFocus: boolean }) {
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState<string>()
  const [recording, setRecording] = useState<string>()
  const place = useRef<number>(undefined)

  const focusRow = (index: number) => list.current?.querySelectorAll<HTMLElement>('[data-row] a')[index]?.focus({ preventScroll: false })
  const isTaken = useRef(false)
  useEffect(() => {
    if (!takesFocus || isTaken.current || standings.length === 0) return
    isTaken.current = true
    if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[data-row] a')?.focus({ preventScroll: true })
  }, [takesFocus, standings.length])
  useEffect(() => {
    if (place.current === undefined) return
    focusRow(Math.min(place.current, standings.length - 1))
    place.current = undefined
  }, [standings])

  const navigate = useNavigate()
  const actions = useMemo(
    () => ({
      f: (id: string) => {
        const form = ownFormPath(standings.find((each) => each.id === id)?.subject_type ?? '', id)
        if (form) void navigate(form)
        else setRecording(id)
      },
      n: (id: string) => focusRow(standings.findIndex((each) => each.id === nextAfter(standings, id))),
    }),
    [standings, navigate],
  )
  const onKeyDown = useRowKeys(actions)
  const close = () => {
    const index = standings.findIndex((each) => each.id === recording)
    setRecording(undefined)
    requestAnimationFrame(() => focusRow(index))
  }
  const recorded = () => {
    place.current = standings.findIndex((each) => each.id === recording)
  }
  return (
    <ul ref={list} className={styles.rows} aria-label={label} onKeyDown={onKeyDown}>
      {standings.map((each, index) => (
        <Fragment key={each.id}>
          {startsGroup(standings, index, groupOf) && <li className={styles.group}>{groupOf?.(each)}</li>}
          <QueueRow
            standing={each}
            isCurrent={each.id === (current ?? standings[0]?.id)}
            isRecording={each.id === recording}
            onFocus={() => setCurrent(each.id)}
            onRecord={() => actions.f(each.id)}
            onClose={close}
            onRecorded={recorded}
          />
        </Fragment>
      ))}
    </ul>
  )
}
