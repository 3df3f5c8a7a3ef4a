import { Alert, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChipChoice } from '@/components/ChipChoice'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { ACTS, type Act } from '../item/acts'
import { failedPoints, formsOf, type Judged, outcomeOf } from './judgements'
import styles from './Judging.module.css'

interface Values {
  judged?: Judged[]
  note?: string
}

interface Props {
  item: Schema<'WorkItemView'>
  isOpen: boolean
  onClose: () => void
  onSubmit: (act: Act, body: object, key: string) => Promise<void>
}

const everyPoint = (item: Props['item'], values: Values): Judged[] => item.brief.standard.map((_point, index) => values.judged?.[index] ?? {})

/** The result against the standard, point by point: all passed closes the item, one failed returns it. */
export function JudgeDialog({ item, isOpen, onClose, onSubmit }: Props) {
  const { t } = useTranslation('work')
  const result = item.rounds.findLast((round) => round.verdict === null)?.result
  const submit = async (values: Values, key: string) => {
    const judged = everyPoint(item, values)
    const note = values.note?.trim() ?? ''
    const isReturned = outcomeOf(judged) === 'returned'
    const judgements = formsOf(judged)
    await (isReturned ? onSubmit(ACTS.return, { reason: note, judgements }, key) : onSubmit(ACTS.close, { note: note || undefined, judgements }, key))
    toast.success(t(isReturned ? 'acted.return' : 'acted.close'))
  }
  return (
    <FormDrawer<Values> title={t('judging.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('judging.submit')} wide>
      {result && (
        <div className={styles.result}>
          <h3>{t('ask.result')}</h3>
          <p>{result}</p>
        </div>
      )}
      <ol className={styles.points}>
        {item.brief.standard.map((point, index) => (
          <Point key={index} index={index} point={point} />
        ))}
      </ol>
      <Outcome item={item} />
    </FormDrawer>
  )
}

function Point({ index, point }: { index: number; point: string }) {
  const { t } = useTranslation('work')
  const verdict = Form.useWatch<Judged['verdict']>(['judged', index, 'verdict'])
  return (
    <li>
      <h3>{t('judging.point', { number: index + 1, point })}</h3>
      <Form.Item name={['judged', index, 'verdict']} rules={[{ required: true, message: t('judging.not_judged') }]}>
        <ChipChoice
          label={point}
          options={[
            { value: 'passed', text: t('judging.passed') },
            { value: 'failed', text: t('judging.failed') },
          ]}
        />
      </Form.Item>
      <Form.Item name={['judged', index, 'note']} hidden={verdict === undefined}>
        <Input aria-label={t('judging.note', { number: index + 1 })} placeholder={t(verdict === 'failed' ? 'judging.note_failed' : 'judging.note_passed')} maxLength={1000} />
      </Form.Item>
    </li>
  )
}

/** Says beforehand what will happen. */
function Outcome({ item }: { item: Props['item'] }) {
  const { t } = useTranslation('work')
  const values = Form.useWatch((all: Values) => all) ?? {}
  const judged = everyPoint(item, values)
  const outcome = outcomeOf(judged)
  const isReturned = outcome === 'returned'
  const mayReturn = item.next_states.includes('returned')
  const points = failedPoints(judged).join(t('list_separator'))
  const refused = () => Promise.reject(new Error(t('judging.cannot_return', { points })))
  const noteRules = !isReturned ? [] : mayReturn ? [{ required: true, whitespace: true, message: t('ask.reason_missing') }] : [{ validator: refused }]
  return (
    <>
      <Alert
        className={styles.outcome}
        role="status"
        type={isReturned ? 'warning' : outcome === 'accepted' ? 'success' : 'info'}
        title={isReturned ? t(mayReturn ? 'judging.will_return' : 'judging.cannot_return', { points }) : t(`judging.will.${outcome}`)}
      />
      <Form.Item name="note" label={t(isReturned ? 'judging.reason' : 'ask.note')} rules={noteRules}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}
