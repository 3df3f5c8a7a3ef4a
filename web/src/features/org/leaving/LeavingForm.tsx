import { Alert, Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { ErrorState } from '@/components/ErrorState'
import { FormDrawer } from '@/components/FormDrawer'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import { useTimeText } from '@/lib/useTimeText'
import { type Holding, useHoldings } from '../requests/useHoldings'
import { useLeave } from '../requests/useLeave'
import type { Employee } from '../requests/usePeople'
import styles from './Leaving.module.css'
import { formOf, type Values } from './values'

interface Props {
  employee: Employee
  isOpen: boolean
  onClose: () => void
}

/** Somebody leaves: the last day, and who takes over what they have in hand. */
export function LeavingForm({ employee, isOpen, onClose }: Props) {
  const { t } = useTranslation('org')
  const { data, error, refetch } = useHoldings(employee.id)
  const leave = useLeave()
  const time = useTimeText()
  const today = time.civil(time.now).date
  const submit = async (values: Values, key: string) => {
    await leave.mutateAsync({ id: employee.id, version: employee.version, form: formOf(values, data?.holdings ?? [], today), key })
    toast.success(t('leaving.done', { name: employee.name }))
  }
  if (isOpen && error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isOpen && !data) return <PageSkeleton />
  const proposed = data?.proposed_id ? { id: data.proposed_id, name: data.proposed_name ?? '' } : undefined
  const holdings = data?.holdings ?? []
  return (
    <FormDrawer<Values>
      title={t('leaving.title', { name: employee.name })}
      isOpen={isOpen}
      onClose={onClose}
      onSubmit={submit}
      submitText={t('leaving.submit')}
      wide
      initialValues={{ leave_date: employee.leave_date ?? today, successor_id: proposed?.id, on_last_day: false, successions: {} }}
    >
      <Form.Item name="leave_date" label={t('leaving.last_day')} rules={[{ required: true, message: t('leaving.last_day_missing') }]}>
        <DateField />
      </Form.Item>
      {holdings.length === 0 ? (
        <Alert type="success" title={t('leaving.nothing')} />
      ) : (
        <>
          <Form.Item noStyle dependencies={['leave_date']}>
            {({ getFieldValue }) =>
              (getFieldValue('leave_date') ?? '') > today && (
                <Form.Item name="on_last_day" label={t('leaving.when')}>
                  <Radio.Group
                    options={[
                      { value: false, label: t('leaving.now') },
                      { value: true, label: t('leaving.on_last_day') },
                    ]}
                  />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="successor_id" label={t('leaving.successor')} extra={t('leaving.successor_hint')}>
            <PersonSelect known={proposed} />
          </Form.Item>
          <h3 className={styles.heading}>{t('leaving.in_hand')}</h3>
          {holdings.map((holding) => (
            <HoldingRow key={holding.holding} holding={holding} />
          ))}
        </>
      )}
      <Form.Item name="note" label={t('leaving.note')} className={styles.note}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} placeholder={t('leaving.note_hint')} />
      </Form.Item>
    </FormDrawer>
  )
}

/** One sort of thing: what there is, and who takes it when it is somebody else than for the rest. */
function HoldingRow({ holding }: { holding: Holding }) {
  const { t } = useTranslation('org')
  const at = (field: string) => ['successions', holding.holding, field]
  const more = holding.count - holding.things.length
  return (
    <section className={styles.holding} aria-label={holding.name}>
      <details>
        <summary>
          <strong>{holding.name}</strong>
          <span>{holding.count}</span>
        </summary>
        <ul>
          {holding.things.map((thing) => (
            <li key={thing.id}>
              {thing.number && <code>{thing.number}</code>} {thing.name}
            </li>
          ))}
          {more > 0 && <li>{t('leaving.more', { count: more })}</li>}
        </ul>
      </details>
      <Form.Item noStyle dependencies={[at('ends')]}>
        {({ getFieldValue }) => (
          <div className={styles.choice}>
            <Form.Item name={at('successor_id')} noStyle>
              <PersonSelect label={`${t('leaving.successor')} · ${holding.name}`} placeholder={t('leaving.as_above')} disabled={getFieldValue(at('ends')) === true} />
            </Form.Item>
            {holding.may_end && (
              <Form.Item name={at('ends')} valuePropName="checked" noStyle>
                <Checkbox>{t('leaving.ends')}</Checkbox>
              </Form.Item>
            )}
          </div>
        )}
      </Form.Item>
    </section>
  )
}
