import { Input, InputNumber, Progress, Select } from 'antd'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { ChipChoice } from '@/components/ChipChoice'
import { Importance } from '@/components/followup/Importance'
import { PeopleSelect } from '@/components/PeopleSelect'
import { PersonName } from '@/components/Person'
import { PersonSelect } from '@/components/PersonSelect'
import { RelativeTime } from '@/components/RelativeTime'
import { useOpenDepartments } from '@/components/requests/useDepartments'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { CustomField, useFieldName } from '../brief/CustomField'
import { useGoalOf } from '../requests/useGoalOf'
import { useKinds } from '../requests/useKinds'
import { EditableFact } from './EditableFact'
import styles from './Item.module.css'
import { useSave } from './useSave'

const DateTimeField = lazy(async () => ({ default: (await import('@/components/DateTimeField')).DateTimeField }))

type Item = Schema<'WorkItemView'>

/** What is known of the item, each fact changed where it stands. */
export function Facts({ item }: { item: Item }) {
  const { t } = useTranslation('work')
  const { t: word } = useTranslation('followup')
  const { kinds, kindOf, nameOf } = useKinds()
  const { data: departments = [] } = useOpenDepartments()
  const save = useSave(item)
  const mayAssign = useMay('work.assign')
  const { requester } = item
  return (
    <Card title={t('facts.title')}>
      <dl className={styles.facts}>
        <EditableFact isWide label={t('field.title')} shown={item.title} value={item.title} editor={(value, onChange) => <Input autoFocus value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />} onSave={save && ((title) => save({ title }))} />
        <EditableFact
          isWide
          label={t('field.description')}
          shown={item.description ? <span className={styles.text}>{item.description}</span> : <None />}
          value={item.description ?? ''}
          editor={(value, onChange) => <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 14 }} value={value} onChange={(event) => onChange(event.target.value)} />}
          onSave={save && ((description) => save({ description: description || null }))}
        />
        <EditableFact
          label={t('field.owner')}
          shown={<PersonName name={item.standing.owner.name} />}
          value={item.standing.owner.id as string | undefined}
          editor={(value, onChange) => <PersonSelect autoOpen value={value} known={item.standing.owner} allowClear={false} onChange={onChange} />}
          onSave={save && mayAssign ? (owner_id) => save({ owner_id }) : undefined}
        />
        <Plain label={t('field.handler')}>
          <PersonName name={item.standing.handler.name} />
        </Plain>
        <EditableFact
          label={t('field.due_at')}
          shown={<Due item={item} />}
          value={item.due_at ?? undefined}
          editor={(value, onChange) => <DateTimeField value={value} onChange={onChange} />}
          // What is overdue is not re-dated: it is reported, see OverdueNotice.
          onSave={save && !item.standing.overdue ? (due_at) => save({ due_at: due_at ?? null }) : undefined}
        />
        <EditableFact
          label={t('field.next_follow_up_at')}
          shown={<span className={item.standing.follow_up_overdue ? styles.late : undefined}><RelativeTime at={item.standing.next_follow_up_at} short /></span>}
          value={item.standing.next_follow_up_at ?? undefined}
          editor={(value, onChange) => <DateTimeField value={value} onChange={onChange} futureOnly />}
          onSave={save && item.standing.state === 'open' ? (next_follow_up_at) => save({ next_follow_up_at }) : undefined}
        />
        <EditableFact label={t('field.start_at')} shown={<RelativeTime at={item.start_at} short />} value={item.start_at ?? undefined} editor={(value, onChange) => <DateTimeField value={value} onChange={onChange} />} onSave={save && ((start_at) => save({ start_at: start_at ?? null }))} />
        <EditableFact
          label={t('field.progress')}
          shown={<Progress percent={item.progress} size="small" aria-label={t('field.progress')} />}
          value={item.progress}
          editor={(value, onChange) => <InputNumber autoFocus min={0} max={100} step={10} suffix="%" value={value} onChange={(next) => onChange(next ?? 0)} />}
          onSave={save && ((progress) => save({ progress }))}
        />
        <EditableFact
          label={t('field.importance')}
          shown={<Importance level={item.standing.importance} withText />}
          value={String(item.standing.importance)}
          editor={(value, onChange) => <ChipChoice label={t('field.importance')} value={value} onChange={onChange} options={['1', '2', '3', '4'].map((each) => ({ value: each, text: word(`importance.${each}`) }))} />}
          onSave={save && ((importance) => save({ importance: Number(importance) }))}
        />
        <EditableFact
          label={t('field.urgency')}
          shown={<Urgency item={item} />}
          value={item.urgency_by_hand ? String(item.urgency) : DERIVED}
          editor={(value, onChange) => <ChipChoice label={t('field.urgency')} value={value} onChange={onChange} options={[DERIVED, '1', '2', '3', '4'].map((each) => ({ value: each, text: t(`urgency.${each}`) }))} />}
          onSave={save && ((urgency) => save({ urgency: urgency === DERIVED ? null : Number(urgency) }))}
        />
        <EditableFact
          label={t('field.estimate')}
          shown={item.estimate_minutes ? t('facts.hours', { hours: item.estimate_minutes / 60 }) : <None />}
          value={item.estimate_minutes ? item.estimate_minutes / 60 : null}
          editor={(value, onChange) => <InputNumber autoFocus aria-label={t('field.estimate')} min={0.25} max={1000} step={0.5} suffix={t('facts.hour')} value={value} onChange={onChange} />}
          onSave={save && ((hours) => save({ estimate_minutes: hours ? Math.round(hours * 60) : null }))}
        />
        <EditableFact
          label={t('field.kind')}
          shown={nameOf(item.kind)}
          value={item.kind}
          editor={(value, onChange) => <Select autoFocus aria-label={t('field.kind')} value={value} onChange={onChange} options={kinds.map((kind) => ({ value: kind.code, label: kind.name }))} />}
          onSave={save && ((kind) => save({ kind }))}
        />
        <EditableFact
          label={t('field.requester')}
          shown={<RequesterShown item={item} />}
          value={{ name: requester.name ?? (requester.employee_id ? '' : (item.requester_name ?? '')), phone: requester.phone ?? '' }}
          editor={(value, onChange) => (
            <>
              <Input autoFocus aria-label={t('field.requester')} placeholder={t('new.requester_hint')} value={value.name} maxLength={100} onChange={(event) => onChange({ ...value, name: event.target.value })} />
              <Input aria-label={t('field.phone')} placeholder={t('field.phone')} type="tel" value={value.phone} maxLength={40} onChange={(event) => onChange({ ...value, phone: event.target.value })} />
            </>
          )}
          onSave={save && ((value) => save({ requester: { employee_id: value.name ? null : requester.employee_id, name: value.name || null, phone: value.phone || null, email: requester.email } }))}
        />
        <EditableFact label={t('field.location')} shown={item.location ?? <None />} value={item.location ?? ''} editor={(value, onChange) => <Input autoFocus value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />} onSave={save && ((location) => save({ location: location || null }))} />
        <EditableFact
          label={t('field.department')}
          shown={item.department_name ?? <None />}
          value={item.department_id ?? undefined}
          editor={(value, onChange) => <Select autoFocus allowClear aria-label={t('field.department')} value={value} onChange={onChange} options={departments.map((department) => ({ value: department.id, label: department.path.join(' / ') }))} />}
          onSave={save && ((department_id) => save({ department_id: department_id ?? null }))}
        />
        <EditableFact
          label={t('field.tags')}
          shown={<Tags tags={item.tags} />}
          value={item.tags}
          editor={(value, onChange) => <Select mode="tags" autoFocus open={false} suffixIcon={null} aria-label={t('field.tags')} value={value} tokenSeparators={[',', '，', '、']} onChange={onChange} maxCount={20} />}
          onSave={save && ((tags) => save({ tags }))}
        />
        <EditableFact
          isWide
          label={t('field.participants')}
          shown={<Participants people={item.participants} />}
          value={item.participants.map((person) => person.id)}
          editor={(value, onChange) => <PeopleSelect autoFocus label={t('field.participants')} known={item.participants} value={value} onChange={onChange} />}
          onSave={save && ((participant_ids) => save({ participant_ids }))}
        />
        {(kindOf(item.kind)?.fields ?? []).map((field) => (
          <CustomFact key={field.code} field={field} item={item} save={save} />
        ))}
        {item.parent_id && (
          <Plain label={t('field.parent')}>
            <Link to={`/work-items/${item.parent_id}`}>{item.parent_number}</Link>
          </Plain>
        )}
        <GoalOfItem item={item} />
        {item.series_id && (
          <Plain label={t('field.series')}>
            <Link to={`/work-items?whose=all&states=all&series_id=${item.series_id}`}>{t('facts.series')}</Link>
          </Plain>
        )}
        <Plain label={t('field.created_at')}>
          {item.created_by_name} · <RelativeTime at={item.created_at} short />
        </Plain>
        {item.completed_at && (
          <Plain label={t('field.completed_at')}>
            <RelativeTime at={item.completed_at} short />
          </Plain>
        )}
      </dl>
    </Card>
  )
}

/** The way back to the goal this was planned for. */
function GoalOfItem({ item }: { item: Item }) {
  const { t } = useTranslation('work')
  const mayRead = useMay('goal.read')
  const { data: goal } = useGoalOf(item, mayRead)
  if (!goal) return null
  return (
    <Plain label={t('field.goal')}>
      <Link to={`/goals/cards/${goal.card_id}`}>{goal.goal}</Link> · {goal.person_name}
    </Plain>
  )
}

/** As an answer of its own among the choices: from the time left. */
const DERIVED = 'derived'

function Urgency({ item }: { item: Item }) {
  const { t } = useTranslation('work')
  return (
    <>
      {t(`urgency.${item.urgency}`)} {!item.urgency_by_hand && <small className={styles.quiet}>{t('urgency.derived_note')}</small>}
    </>
  )
}

interface CustomFactProps {
  field: Schema<'CustomField'>
  item: Item
  save: ReturnType<typeof useSave>
}

/** A field only items of this kind have. */
function CustomFact({ field, item, save }: CustomFactProps) {
  const fieldName = useFieldName()
  const label = fieldName(field)
  const value = item.custom[field.code]
  const person = item.custom_people.find((each) => each.id === value)
  const shown = person ? <PersonName name={person.name} /> : value
  return (
    <EditableFact
      label={label}
      shown={shown ?? <None />}
      value={value}
      editor={(typed, onChange) => <CustomField autoFocus field={field} label={label} value={typed} known={person} onChange={onChange} />}
      onSave={save && ((typed) => save({ custom: { [field.code]: typed?.trim() || null } }))}
    />
  )
}

function Plain({ label, isWide = false, children }: { label: string; isWide?: boolean; children: React.ReactNode }) {
  return (
    <div className={isWide ? `${styles.fact} ${styles.wide}` : styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function None() {
  return (
    <span className={styles.quiet} aria-hidden>
      —
    </span>
  )
}

/** The date promised first is kept for ever and shown when it is not the present one. */
function Due({ item }: { item: Item }) {
  const { t } = useTranslation('work')
  const isMoved = item.original_due_at && item.original_due_at !== item.due_at
  return (
    <>
      <span className={item.standing.overdue ? styles.late : undefined}>
        <RelativeTime at={item.due_at} short />
      </span>
      {isMoved && (
        <small className={styles.quiet}>
          {' '}
          {t('facts.originally')} <RelativeTime at={item.original_due_at} short />
        </small>
      )}
    </>
  )
}

function RequesterShown({ item }: { item: Item }) {
  const { name, phone } = { name: item.requester_name, phone: item.requester.phone }
  if (!name && !phone) return <None />
  return (
    <>
      {name} {phone && <a href={`tel:${phone}`}>{phone}</a>}
    </>
  )
}

function Participants({ people }: { people: Schema<'PersonView'>[] }) {
  if (people.length === 0) return <None />
  return (
    <span className={styles.people}>
      {people.map((person) => (
        <PersonName key={person.id} name={person.name} />
      ))}
    </span>
  )
}

function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return <None />
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <Link key={tag} to={`/work-items?tag=${encodeURIComponent(tag)}`}>
          {tag}
        </Link>
      ))}
    </span>
  )
}
