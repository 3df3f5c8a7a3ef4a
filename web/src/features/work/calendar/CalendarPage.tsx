import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { FilterBar } from '@/components/FilterBar'
import { PageHeader } from '@/components/PageHeader'
import type { Schema } from '@/lib/api-types'
import { addDays } from '@/lib/civilTime'
import { useChangesOfMany } from '@/lib/live'
import { workItemsKey } from '@/lib/queryKeys'
import { useListState } from '@/lib/useListState'
import { useIsPhone } from '@/lib/useMedia'
import { useTimeText } from '@/lib/useTimeText'
import { DepartmentChip } from '../list/DepartmentChip'
import { useFilters } from '../list/filters'
import { PersonChip } from '../list/PersonChip'
import { FILTERS, queryFrom, without } from '../list/query'
import { ViewSwitch } from '../list/ViewSwitch'
import { useCalendar } from '../requests/useCalendar'
import styles from './Calendar.module.css'
import { daysOfMonth, daysOfWeek, type Mark, marksByDay, monthAfter } from './days'

type Line = Schema<'WorkItemLine'>
type Marks = Map<string, Mark<Line>[]>

const WHOSE: Schema<'Whose'>[] = ['all', 'owned', 'handled', 'participating', 'team']
const SHOWN = ['both', 'due', 'next'] as const
const MOST_IN_CELL = 3
const DAY = /^\d{4}-\d\d-\d\d$/

/** Due times and next follow-ups: a month on a desk, a week on a phone. */
export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const { t: word } = useTranslation('work')
  const time = useTimeText()
  const isPhone = useIsPhone()
  const queryClient = useQueryClient()
  const { q, filters, set, clear } = useListState([...FILTERS, 'day', 'show'])
  const { whose, day: chosen, show: wanted, ...chosenFilters } = filters
  const narrowing = without(chosenFilters, 'order', 'states', 'due_from', 'due_to', 'overdue')
  const today = time.civil(time.now).date
  const day = chosen && DAY.test(chosen) ? chosen : today
  const show = SHOWN.find((each) => each === wanted) ?? 'both'
  const days = isPhone ? daysOfWeek(day) : daysOfMonth(day.slice(0, 7))
  const query = queryFrom(q, { ...narrowing, ...(whose && { whose }) })
  const calendar = useCalendar(query, { from: days[0]!, to: days.at(-1)! }, { due: show !== 'next', next: show !== 'due' })
  useChangesOfMany('work_item', () => void queryClient.invalidateQueries({ queryKey: workItemsKey }))
  const marks = marksByDay(calendar.due, calendar.next, (at) => time.civil(at).date)
  const turn = (count: number) => set({ day: isPhone ? addDays(day, 7 * count) : `${monthAfter(day.slice(0, 7), count)}-01` })
  const [year, month] = day.split('-').map(Number)
  const title = isPhone ? `${time.day(days[0]!)} – ${time.day(days[6]!)}` : t('month', { year, month })
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={<ViewSwitch shown="calendar" />} />
      <div className={styles.top}>
        <Segmented aria-label={word('list.whose')} value={whose ?? 'all'} onChange={(next) => set({ whose: next === 'all' ? undefined : next })} options={WHOSE.map((value) => ({ value, label: word(`whose.${value}`) }))} />
        <Segmented aria-label={t('show')} value={show} onChange={(next) => set({ show: next === 'both' ? undefined : next })} options={SHOWN.map((value) => ({ value, label: t(value) }))} />
      </div>
      <FilterBar
        q={q}
        values={narrowing}
        filters={useFilters().filter((filter) => filter.name !== 'states')}
        placeholder={word('list.search')}
        onChange={set}
        onClear={clear}
        chips={
          <>
            <PersonChip label={word('field.owner')} id={filters.owner_id} onChange={(id) => set({ owner_id: id })} />
            <PersonChip label={word('field.handler')} id={filters.handler_id} onChange={(id) => set({ handler_id: id })} />
            <DepartmentChip id={filters.department_id} onChange={(id) => set({ department_id: id })} />
          </>
        }
      />
      <div className={styles.turn}>
        <Button icon={<LeftOutlined />} aria-label={t('previous')} onClick={() => turn(-1)} />
        <h2 aria-live="polite">{title}</h2>
        <Button icon={<RightOutlined />} aria-label={t('following')} onClick={() => turn(1)} />
        <Button onClick={() => set({ day: undefined })}>{t('today')}</Button>
      </div>
      {calendar.error && marks.size === 0 && <ErrorState error={calendar.error} onRetry={calendar.refetch} />}
      <div aria-busy={calendar.isStale}>{isPhone ? <Week days={days} today={today} marks={marks} /> : <Month days={days} today={today} day={day} marks={marks} onChoose={(next) => set({ day: next })} />}</div>
      {calendar.isLimited && <p className={styles.limited}>{t('limited')}</p>}
    </>
  )
}

interface MonthProps {
  days: string[]
  today: string
  day: string
  marks: Marks
  onChoose: (day: string) => void
}

function Month({ days, today, day, marks, onChoose }: MonthProps) {
  const { t } = useTranslation('calendar')
  const time = useTimeText()
  const chosen = marks.get(day) ?? []
  return (
    <>
      <div className={styles.weekdays} aria-hidden>
        {t('weekdays')
          .split(',')
          .map((name) => (
            <span key={name}>{name}</span>
          ))}
      </div>
      <ol className={styles.month}>
        {days.map((each) => {
          const all = marks.get(each) ?? []
          const looks = [styles.day, each.slice(0, 7) !== day.slice(0, 7) && styles.other, each === today && styles.today, each === day && styles.chosen].filter(Boolean).join(' ')
          return (
            <li key={each} className={looks}>
              <button type="button" aria-pressed={each === day} aria-label={t('day_label', { day: time.day(each), count: all.length })} onClick={() => onChoose(each)}>
                {Number(each.slice(8))}
              </button>
              <ul>
                {all.slice(0, MOST_IN_CELL).map((mark) => (
                  <Entry key={`${mark.what} ${mark.line.id}`} mark={mark} />
                ))}
              </ul>
              {all.length > MOST_IN_CELL && (
                <button type="button" className={styles.more} onClick={() => onChoose(each)}>
                  {t('more', { count: all.length - MOST_IN_CELL })}
                </button>
              )}
            </li>
          )
        })}
      </ol>
      <section className={styles.chosenDay} aria-label={time.day(day)}>
        <h3>{time.day(day)}</h3>
        <List marks={chosen} />
      </section>
    </>
  )
}

function Week({ days, today, marks }: Pick<MonthProps, 'days' | 'today' | 'marks'>) {
  const time = useTimeText()
  return (
    <div className={styles.week}>
      {days.map((day) => (
        <section key={day} aria-label={time.day(day)} className={day === today ? `${styles.chosenDay} ${styles.today}` : styles.chosenDay}>
          <h3>{time.day(day)}</h3>
          <List marks={marks.get(day) ?? []} />
        </section>
      ))}
    </div>
  )
}

function List({ marks }: { marks: Mark<Line>[] }) {
  const { t } = useTranslation('calendar')
  if (marks.length === 0) return <p className={styles.none}>{t('none')}</p>
  return (
    <ul className={styles.list}>
      {marks.map((mark) => (
        <Entry key={`${mark.what} ${mark.line.id}`} mark={mark} isLong />
      ))}
    </ul>
  )
}

/** A square is a due time, a circle a follow-up: told apart without colour. */
function Entry({ mark, isLong = false }: { mark: Mark<Line>; isLong?: boolean }) {
  const { t } = useTranslation('calendar')
  const time = useTimeText()
  const { line, what } = mark
  const isLate = what === 'due' ? line.overdue : line.follow_up_overdue
  return (
    <li className={[styles.entry, styles[what], isLate && styles.late].filter(Boolean).join(' ')} title={`${t(what)} ${time.exact(mark.at)}`}>
      <Link to={`/work-items/${line.id}`} aria-label={`${line.title} ${t(what)} ${time.civil(mark.at).time}${isLate ? ` ${t('late')}` : ''}`}>
        <i aria-hidden />
        {isLong && <time dateTime={mark.at}>{time.civil(mark.at).time}</time>}
        <span>{line.title}</span>
        {isLong && (
          <small>
            {t(what)} {line.handler.name}
          </small>
        )}
      </Link>
    </li>
  )
}
