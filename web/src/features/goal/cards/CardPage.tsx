import { CopyOutlined, DeleteOutlined, EditOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { YUAN } from '@/components/grid/wan'
import { WanSwitch } from '@/components/grid/WanSwitch'
import { roundedText } from '@/components/grid/amounts'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { useChanges } from '@/lib/live'
import { asProblem } from '@/lib/problem'
import { Reviews } from '../course/Reviews'
import { useDeleteCard } from '../requests/useCardHead'
import { type Step, useCardStep } from '../requests/useCardSteps'
import { type GoalCard, type GoalItem, useFindings, useGoalCard } from '../requests/useGoalCard'
import { TONE } from '../states'
import { CalculationCard } from './CalculationCard'
import styles from './Cards.module.css'
import { History } from './History'
import { ItemCard } from './ItemCard'
import { Lanes } from './Lanes'

const ItemForm = lazy(async () => ({ default: (await import('./ItemForm')).ItemForm }))
const HeadForm = lazy(async () => ({ default: (await import('./HeadForm')).HeadForm }))
const CopyForm = lazy(async () => ({ default: (await import('./CopyForm')).CopyForm }))
const StepForm = lazy(async () => ({ default: (await import('./StepForm')).StepForm }))

/** Steps that need words, numbers or a second look; the others are taken by the button alone. */
const ASKING = ['propose', 'negotiate', 'self_evaluate', 'evaluate', 'close'] as const
const PLAIN = ['sign', 'activate'] as const
export type Asking = (typeof ASKING)[number]

/** A goal card: what was agreed, how it goes, what came of it. */
export function CardPage() {
  const { id = '' } = useParams()
  const { data: card, error, refetch } = useGoalCard(id)
  useChanges('goal_card', (changed) => changed === id && void refetch())
  if (error && !card) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!card) return <PageSkeleton />
  return <Shown card={card} />
}

function Shown({ card }: { card: GoalCard }) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const step = useCardStep(card)
  const findings = useFindings(card)
  const [asking, setAsking] = useState<Asking>()
  const [editing, setEditing] = useState<GoalItem | 'new'>()
  const [opened, setOpened] = useState<'head' | 'copy' | 'delete'>()
  const [query, setQuery] = useSearchParams()
  const navigate = useNavigate()
  const remove = useDeleteCard(card)
  const mayWrite = card.may.includes('write')
  const mayHead = mayWrite || card.may.includes('set_style') || card.may.includes('change_supervisor')
  const close = () => setOpened(undefined)
  const fail = (error: unknown) => toast.error(problemText(asProblem(error)))
  const take = (plain: (typeof PLAIN)[number]) => step.mutate({ act: plain } satisfies Step, { onSuccess: () => toast.success(t(`done.${plain}`)), onError: fail })
  const print = () => void download(urlOf('/api/v1/goal-cards/{id}/print', { path: { id: card.id } }), `${card.number}.pdf`).catch(fail)
  return (
    <>
      <PageHeader
        title={t('card.title', { name: card.person.name, span: t('card.span', { kind: t(`period.${card.period}`), from: card.period_from, to: card.period_to }) })}
        tags={<StateTag tone={TONE[card.state]} text={t(`state.${card.state}`)} />}
        note={[card.number, card.position, card.department_name, card.supervisor && t('card.supervised_by', { name: card.supervisor.name }), t(`style.${card.style}`), t(`rhythm.look_${card.rhythm}`), t('card.elapsed', { percent: card.elapsed_percent }), card.progress && t('card.progress', { percent: roundedText(card.progress) })].filter(Boolean).join(' · ')}
        actions={
          <>
            {ASKING.filter((act) => card.may.includes(act)).map((act) => (
              <Button key={act} type={act === 'negotiate' ? 'default' : 'primary'} onClick={() => setAsking(act)}>
                {t(`act.${act}`)}
              </Button>
            ))}
            {PLAIN.filter((act) => card.may.includes(act)).map((act) => (
              <Button key={act} type="primary" loading={step.isPending} onClick={() => take(act)}>
                {t(`act.${act}`)}
              </Button>
            ))}
            {mayHead && (
              <Button icon={<EditOutlined />} onClick={() => setOpened('head')}>
                {t('head.edit')}
              </Button>
            )}
            <Button icon={<PrinterOutlined />} onClick={print}>
              {t('card.print')}
            </Button>
            {card.role !== 'other' && (
              <Button icon={<CopyOutlined />} onClick={() => setOpened('copy')}>
                {t('copy.open')}
              </Button>
            )}
            {mayWrite && card.state === 'draft' && <Button danger icon={<DeleteOutlined />} aria-label={t('card.remove')} onClick={() => setOpened('delete')} />}
          </>
        }
      />
      <Lanes card={card} />
      {(card.reason || card.limits || card.customers) && (
        <Card>
          <dl className={styles.facts}>
            {(['customers', 'reason', 'limits'] as const).map(
              (key) =>
                card[key] && (
                  <div key={key}>
                    <dt>{t(`card.${key}`)}</dt>
                    <dd>{card[key]}</dd>
                  </div>
                ),
            )}
          </dl>
        </Card>
      )}
      <CalculationCard card={card} />
      {card.items.some(({ unit }) => unit === YUAN) && (
        <div className={styles.tools}>
          <WanSwitch />
        </div>
      )}
      {card.items.length === 0 && (
        <Card>
          <EmptyState small title={t('item.none')} text={t('item.none_text')} />
        </Card>
      )}
      {card.items.map((item) => (
        <ItemCard key={item.id} card={card} item={item} findings={(findings.data ?? []).filter((finding) => finding.item_id === item.id)} onEdit={mayWrite ? () => setEditing(item) : undefined} checksIn={query.get('check_in') === item.id} onCheckedIn={() => setQuery({}, { replace: true })} />
      ))}
      {mayWrite && (
        <div className={styles.foot}>
          <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t('item.add')}
          </Button>
          <span className={card.weight_sum === '100' ? undefined : styles.wrong}>{t('item.weights', { sum: card.weight_sum })}</span>
        </div>
      )}
      <Reviews card={card} />
      <History card={card} />
      <OnceOpened isOpen={opened === 'head'}>
        <HeadForm card={card} isOpen={opened === 'head'} onClose={close} />
      </OnceOpened>
      <OnceOpened isOpen={opened === 'copy'}>
        <CopyForm card={card} isOpen={opened === 'copy'} onClose={close} />
      </OnceOpened>
      <ConfirmDialog isOpen={opened === 'delete'} onClose={close} title={t('card.remove')} act={t('card.remove')} isDangerous onConfirm={() => remove.mutateAsync().then(() => void navigate('/goals'))}>
        {t('card.remove_text', { name: card.person.name })}
      </ConfirmDialog>
      <OnceOpened isOpen={editing !== undefined}>
        <ItemForm key={editing === 'new' ? 'new' : editing?.id} card={card} item={editing === 'new' ? undefined : editing} isOpen={editing !== undefined} onClose={() => setEditing(undefined)} />
      </OnceOpened>
      <OnceOpened isOpen={asking !== undefined}>{asking && <StepForm key={asking} card={card} act={asking} isOpen onClose={() => setAsking(undefined)} />}</OnceOpened>
    </>
  )
}
