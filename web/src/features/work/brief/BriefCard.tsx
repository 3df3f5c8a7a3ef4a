import { DownOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { EditableFact } from '../item/EditableFact'
import facts from '../item/Item.module.css'
import { useSave } from '../item/useSave'
import { type Answer, ANSWERS, segmentsOf } from './answers'
import styles from './Brief.module.css'
import { CompletenessRing } from './CompletenessRing'
import { PointsField, saidPoints } from './PointsField'

const DateTimeField = lazy(async () => ({ default: (await import('@/components/DateTimeField')).DateTimeField }))

type Item = Schema<'WorkItemView'>

/** The seven answers of an item, each changed where it stands. What nobody asks for stays folded until somebody wants to say it. */
export function BriefCard({ item }: { item: Item }) {
  const { t } = useTranslation('work')
  const save = useSave(item)
  const [isWhole, setWhole] = useState(false)
  const segments = segmentsOf(item.brief)
  const folded = segments.filter((each) => each.state === 'open').map((each) => each.answer)
  const shown = ANSWERS.filter((answer) => isWhole || !folded.includes(answer))
  const missing = item.brief.missing.map((answer) => t(`answer.${answer}`)).join(t('list_separator'))
  return (
    <Card title={t('brief.title')} extra={<CompletenessRing brief={item.brief} />}>
      {missing && (
        <p className={styles.missingLine}>
          <StateTag tone="waiting" text={t('brief.incomplete')} /> {t(item.state === 'draft' ? 'brief.needed_to_assign' : 'brief.needed', { answers: missing })}
        </p>
      )}
      <dl className={facts.facts}>
        {shown.map((answer) => (
          <AnswerFact key={answer} answer={answer} item={item} save={save} />
        ))}
      </dl>
      {save && folded.length > 0 && !isWhole && (
        <Button type="text" size="small" className={styles.unfold} icon={<DownOutlined />} onClick={() => setWhole(true)}>
          {t('brief.unfold', { answers: folded.map((answer) => t(`answer.${answer}`)).join(t('list_separator')) })}
        </Button>
      )}
    </Card>
  )
}

interface FactProps {
  answer: Answer
  item: Item
  save: ReturnType<typeof useSave>
}

function AnswerFact({ answer, item, save }: FactProps) {
  const { t } = useTranslation('work')
  const { brief } = item
  const label = t(`answer.${answer}`)
  const none = <span className={brief.missing.includes(answer) ? styles.lacking : facts.quiet}>{t(brief.missing.includes(answer) ? 'brief.lacking' : 'brief.unsaid')}</span>
  if (answer === 'who') {
    const { owner, handler } = item.standing
    const held = owner.id === handler.id ? owner.name : t('brief.who', { owner: owner.name, handler: handler.name })
    const { pending_handoff: pending } = item
    return <Stated label={label}>{pending ? t('brief.who_pending', { held, to: pending.to.name }) : held}</Stated>
  }
  if (answer === 'what') {
    return (
      <Stated label={label} isWide>
        {item.title}
      </Stated>
    )
  }
  if (answer === 'when') {
    return (
      <EditableFact
        label={label}
        shown={item.due_at ? <RelativeTime at={item.due_at} short /> : none}
        value={item.due_at ?? undefined}
        editor={(value, onChange) => <DateTimeField value={value} onChange={onChange} futureOnly />}
        onSave={save && ((due_at) => save({ due_at: due_at ?? null }))}
      />
    )
  }
  if (answer === 'standard') {
    return (
      <EditableFact
        isWide
        label={label}
        shown={brief.standard.length > 0 ? <Points points={brief.standard} /> : none}
        value={brief.standard}
        editor={(value, onChange) => <PointsField autoFocus value={value} onChange={onChange} />}
        onSave={save && ((points) => save({ brief: { standard: saidPoints(points) } }))}
      />
    )
  }
  return (
    <EditableFact
      isWide
      label={label}
      shown={brief[answer] ? <span className={facts.text}>{brief[answer]}</span> : none}
      value={brief[answer] ?? ''}
      editor={(value, onChange) => <Input.TextArea autoFocus aria-label={label} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} placeholder={t(`brief.hint.${answer}`)} value={value} onChange={(event) => onChange(event.target.value)} />}
      onSave={save && ((text) => save({ brief: { [answer]: text.trim() || null } }))}
    />
  )
}

/** An answer that stands on the item itself, and is changed among its facts. */
function Stated({ label, isWide = false, children }: { label: string; isWide?: boolean; children: React.ReactNode }) {
  return (
    <div className={isWide ? `${facts.fact} ${facts.wide}` : facts.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function Points({ points }: { points: string[] }) {
  return (
    <ol className={styles.points}>
      {points.map((point, index) => (
        <li key={index}>{point}</li>
      ))}
    </ol>
  )
}
