import { DownOutlined, EditOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { amountText, roundedText } from '@/components/grid/amounts'
import { useShownAmount } from '@/components/grid/wan'
import { OnceOpened } from '@/components/OnceOpened'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { Actions } from '../course/Actions'
import { CheckIns } from '../course/CheckIns'
import { Motivation } from '../course/Motivation'
import { Revisions } from '../course/Revisions'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { CONFIDENCE_TONE } from '../states'
import { tierReached, tiersInOrder } from '../tiers'
import { TierTag } from '../TierTag'
import styles from './Cards.module.css'
import { Course } from './Course'

const CheckInForm = lazy(async () => ({ default: (await import('../course/CheckInForm')).CheckInForm }))
const RevisionForm = lazy(async () => ({ default: (await import('../course/RevisionForm')).RevisionForm }))

const TEXTS = ['purpose', 'quantity', 'quality', 'time_standard', 'cost', 'how', 'risks'] as const

interface Props {
  card: GoalCard
  item: GoalItem
  findings: Schema<'SmartFinding'>[]
  onEdit?: () => void
  /** Somebody came from the queue to check in on this goal. */
  checksIn?: boolean
  onCheckedIn?: () => void
}

/** One goal: its five elements, how far it is, and what happened to it. */
export function ItemCard({ card, item, findings, onEdit, checksIn = false, onCheckedIn }: Props) {
  const { t } = useTranslation('goal')
  const isUnderWay = !['draft', 'proposed', 'negotiating'].includes(card.state)
  const [isOpen, setOpen] = useState(!isUnderWay)
  const [asking, setAsking] = useState<'check_in' | 'revise' | undefined>(checksIn && card.may.includes('check_in') ? 'check_in' : undefined)
  const close = () => {
    setAsking(undefined)
    onCheckedIn?.()
  }
  const shown = useShownAmount()
  const whole = shown(item.target, item.unit)
  const textOf = (amount: string | null | undefined) => amountText(shown(amount, item.unit).amount)
  const roundedOf = (amount: string) => roundedText(shown(amount, item.unit).amount, 2)
  const isLowerBetter = item.better === 'lower'
  const planned = tiersInOrder({ base: item.base, committed: item.commit, target: item.target, stretch: item.stretch }, isLowerBetter)
  const tiers = { base: planned.base, commit: planned.committed, target: planned.target, stretch: planned.stretch }
  const tier = tierReached(planned, item.actual, isLowerBetter)
  const isAverage = item.rollup === 'average' || item.rollup === 'weighted'
  // More than is needed is no gap.
  const isShort = item.children.gap !== null && (isLowerBetter ? Number(item.children.gap) < 0 : Number(item.children.gap) > 0)
  const target = item.target ? `${textOf(item.target)} ${whole.unit}` : t('item.deliverable')
  return (
    <Card
      title={
        <>
          {item.what} <small className={styles.quiet}>{t('item.weight', { weight: item.weight })}</small> {item.confidence && <StateTag tone={CONFIDENCE_TONE[item.confidence]} text={t('confidence.said', { confidence: t(`confidence.${item.confidence}`) })} />}{' '}
          {item.check_in_missing && <StateTag tone="late" text={t('card.check_in_missing')} />}
        </>
      }
      extra={
        <span className={styles.acts}>
          {card.may.includes('check_in') && (
            <Button type="primary" onClick={() => setAsking('check_in')}>
              {t('check_in.new')}
            </Button>
          )}
          {card.may.includes('revise') && item.target && <Button onClick={() => setAsking('revise')}>{t('revision.new')}</Button>}
          {onEdit && <Button icon={<EditOutlined />} aria-label={t('item.edit', { what: item.what })} onClick={onEdit} />}
          <Button type="text" aria-expanded={isOpen} icon={isOpen ? <UpOutlined /> : <DownOutlined />} aria-label={t(isOpen ? 'item.fold' : 'item.unfold', { what: item.what })} onClick={() => setOpen(!isOpen)} />
        </span>
      }
    >
      <p className={styles.target}>
        {item.measure && <span>{item.measure}</span>} <strong>{target}</strong>
        {item.better === 'lower' && <small>{t('better.lower')}</small>}
        {item.original_target && item.original_target !== item.target && <small>{t('item.original', { target: textOf(item.original_target), completion: roundedText(item.completion_against_original) || '—' })}</small>}
        {item.due_on && <small>{t('item.due', { date: item.due_on })}</small>}
        {item.target_row && (
          <small>
            <Link to={`/goals/targets/${item.target_row.sheet_id}`}>{t('item.follows', { title: item.target_row.title, row: item.target_row.label })}</Link>
          </small>
        )}
        {item.next_check_in_at && (
          <small>
            {t('item.next_check_in')} <RelativeTime at={item.next_check_in_at} short />
          </small>
        )}
      </p>
      {isUnderWay && <Course item={item} from={card.period_from} to={item.due_on ?? card.period_to} />}
      {findings.length > 0 && !isUnderWay && (
        <ul className={styles.findings} aria-label={t('smart.title')}>
          {findings.map((finding) => (
            <li key={finding.code}>
              <StateTag tone={finding.weight === 'finding' ? 'waiting' : 'neutral'} text={t(`smart.${finding.letter}`)} /> {finding.text}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <>
          <dl className={styles.facts}>
            {TEXTS.map(
              (key) =>
                item[key] && (
                  <div key={key}>
                    <dt>{t(`item.${key}`)}</dt>
                    <dd>{item[key]}</dd>
                  </div>
                ),
            )}
            {(tiers.base ?? tiers.commit ?? tiers.stretch) && (
              <div>
                <dt>{t('item.tiers')}</dt>
                <dd>
                  {(['base', 'commit', 'target', 'stretch'] as const).flatMap((each) => (tiers[each] ? [`${t(`tier.${each}`)} ${textOf(tiers[each])}`] : [])).join(' · ')} {tier && <TierTag tier={tier} />}
                </dd>
              </div>
            )}
            {item.milestones.length > 0 && (
              <div>
                <dt>{t('item.milestones')}</dt>
                <dd>
                  {item.milestones.map((milestone) => (
                    <span key={`${milestone.on} ${milestone.text}`} className={styles.milestone}>
                      <time dateTime={milestone.on}>{milestone.on}</time> {milestone.text}
                    </span>
                  ))}
                </dd>
              </div>
            )}
            {item.parent && (
              <div>
                <dt>{t('item.parent')}</dt>
                <dd>
                  <Link to={`/goals/cards/${item.parent.card_id}`}>{t('item.parent_line', { name: item.parent.person.name, what: item.parent.what })}</Link>
                </dd>
              </div>
            )}
            {item.children.items > 0 && (
              <div>
                <dt>{t('item.children')}</dt>
                <dd>
                  {t(isAverage ? 'item.children_average' : 'item.children_line', { count: item.children.items, sum: roundedOf(item.children.sum) })} {item.rollup !== 'by_hand' && t('item.rolled_up', { how: t(`rollup.${item.rollup}`) })} {item.children.gap && <StateTag tone={isShort ? 'late' : 'done'} text={t('item.gap', { gap: roundedOf(item.children.gap) })} />}
                </dd>
              </div>
            )}
            {item.supports.length > 0 && (
              <div>
                <dt>{t('item.supports')}</dt>
                <dd>
                  {item.supports.map((support) => (
                    <StateTag key={support.id} tone={support.state === 'confirmed' ? 'done' : support.state === 'declined' ? 'late' : 'waiting'} text={`${support.department_name} · ${t(`support.${support.state}`)}${support.reason ? `：${support.reason}` : ''}`} />
                  ))}
                </dd>
              </div>
            )}
          </dl>
          <Revisions card={card} item={item} />
          <CheckIns card={card} item={item} />
          <Actions card={card} item={item} />
          <Motivation card={card} item={item} />
        </>
      )}
      <OnceOpened isOpen={asking === 'check_in'}>
        <CheckInForm card={card} item={item} isOpen={asking === 'check_in'} onClose={close} />
      </OnceOpened>
      <OnceOpened isOpen={asking === 'revise'}>
        <RevisionForm card={card} item={item} isOpen={asking === 'revise'} onClose={() => setAsking(undefined)} />
      </OnceOpened>
    </Card>
  )
}
