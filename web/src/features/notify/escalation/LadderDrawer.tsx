import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { type Policy, type Standpoint, type Topic, useChangePolicy } from '../requests/usePolicies'
import styles from './Escalation.module.css'
import { ladderOf, type LadderValues, type RungValues, valuesOf } from './rungs'

interface Props {
  policy: Policy | undefined
  name: string | undefined
  onClose: () => void
}

// Named as on the wire, so that what the server refuses finds its field.
interface Values {
  ladder: LadderValues
}

const next: RungValues = { side: 'after', days: 1, minutes: 0, who: [] }
const MOST_RUNGS = 20

export function LadderDrawer({ policy, name, onClose }: Props) {
  const { t } = useTranslation('notify')
  const change = useChangePolicy()
  if (!policy) return null
  const { subject_kind, topic, version } = policy
  const submit = ({ ladder }: Values) => change.mutateAsync({ version, form: { subject_kind, topic, ladder: ladderOf(ladder) } })
  return (
    <FormDrawer<Values> title={t('escalation.ladder_of', { name, topic: t(`topic.${topic}.title`) })} isOpen onClose={onClose} onSubmit={submit} initialValues={{ ladder: valuesOf(policy.ladder) }} wide>
      <p className={styles.hint}>{t('escalation.edit_note')}</p>
      <Form.List name={['ladder', 'rungs']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: at }) => (
              <RungFields key={key} at={at} topic={topic} onRemove={() => remove(at)} />
            ))}
            {fields.length < MOST_RUNGS && (
              <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add(next)} className={styles.add}>
                {t('escalation.add_rung')}
              </Button>
            )}
          </>
        )}
      </Form.List>
      <Form.Item name={['ladder', 'further_every_days']} label={t('escalation.further_every')} extra={t('escalation.further_hint')}>
        <InputNumber min={1} max={60} precision={0} className={styles.number} />
      </Form.Item>
    </FormDrawer>
  )
}

function RungFields({ at, topic, onRemove }: { at: number; topic: Topic; onRemove: () => void }) {
  const { t } = useTranslation('notify')
  const standpoints: Standpoint[] = ['owner', 'handler', ...(topic === 'handoff' ? (['receiver'] as const) : []), 'supervisor', 'department_head', 'above']
  const place = at + 1
  return (
    <div className={styles.rung} role="group" aria-label={t('escalation.rung', { place })}>
      <Form.Item name={[at, 'side']} className={styles.side}>
        <Select aria-label={t('escalation.side')} options={(['before', 'after'] as const).map((side) => ({ value: side, label: t(`escalation.${side}`) }))} />
      </Form.Item>
      <Form.Item name={[at, 'days']}>
        <InputNumber aria-label={t('escalation.days_field')} min={0} max={250} precision={0} suffix={t('escalation.days_unit')} className={styles.number} />
      </Form.Item>
      <Form.Item name={[at, 'minutes']}>
        <InputNumber aria-label={t('escalation.minutes_field')} max={10000} precision={0} suffix={t('escalation.minutes_unit')} className={styles.number} />
      </Form.Item>
      <Form.Item name={[at, 'who']} className={styles.whom} rules={[{ required: true, message: t('escalation.who_missing') }]}>
        <Select mode="multiple" aria-label={t('escalation.who')} placeholder={t('escalation.who')} options={standpoints.map((who) => ({ value: who, label: t(`who.${who}`) }))} />
      </Form.Item>
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('escalation.remove_rung', { place })} onClick={onRemove} />
    </div>
  )
}
