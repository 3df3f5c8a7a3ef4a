import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import styles from './Cadence.module.css'

const METHODS: Schema<'Method'>[] = ['phone', 'on_site', 'instant_message', 'sms', 'email', 'meeting', 'joint_departments', 'urging_letter', 'other']
const MOST_STEPS = 20

/** The steps of a cadence one below the other, and the limits around them. */
export function CadenceFields() {
  const { t } = useTranslation('cadence')
  return (
    <>
      <fieldset className={styles.steps}>
        <legend>{t('steps')}</legend>
        <p>{t('steps_note')}</p>
        <Form.List name="steps">
          {(entries, { add, remove }) => (
            <>
              <ol>
                {entries.map((entry, index) => (
                  <Step key={entry.key} index={entry.name} number={index + 1} onRemove={() => remove(entry.name)} />
                ))}
              </ol>
              <Button type="dashed" icon={<PlusOutlined />} disabled={entries.length >= MOST_STEPS} onClick={() => add({ after_hours: 7.5, method: 'phone', hint: '' })}>
                {t('add_step')}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <fieldset className={styles.limits}>
        <legend>{t('limits')}</legend>
        <p>{t('limits_note')}</p>
        <div className={styles.pair}>
          <Hours name="minimum_hours" label={t('minimum_gap')} isNeeded />
          <Hours name="maximum_hours" label={t('maximum_gap')} />
          <Form.Item name="weekly_touches" label={t('weekly_touches')} extra={t('weekly_touches_note')} rules={[{ required: true, message: t('missing', { name: t('weekly_touches') }) }]}>
            <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="maximum_touches" label={t('maximum_touches')} extra={t('maximum_touches_note')}>
            <InputNumber min={1} max={100} precision={0} placeholder={t('no_limit')} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </fieldset>
    </>
  )
}

function Step({ index, number, onRemove }: { index: number; number: number; onRemove: () => void }) {
  const { t } = useTranslation('cadence')
  const { t: word } = useTranslation('followup')
  return (
    <li>
      <strong>{t('step', { number })}</strong>
      <Form.Item name={[index, 'after_hours']} label={t('after')} rules={[{ required: true, message: t('missing', { name: t('after') }) }]}>
        <InputNumber min={0.05} max={1600} step={0.5} suffix={t('working_hours')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name={[index, 'method']} label={t('method')}>
        <Select options={METHODS.map((value) => ({ value, label: word(`method.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[index, 'hint']} label={t('hint')} className={styles.hint}>
        <Input maxLength={500} placeholder={t('hint_example')} />
      </Form.Item>
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('remove_step', { number })} onClick={onRemove} />
    </li>
  )
}

function Hours({ name, label, isNeeded = false }: { name: string; label: string; isNeeded?: boolean }) {
  const { t } = useTranslation('cadence')
  return (
    <Form.Item name={name} label={label} rules={isNeeded ? [{ required: true, message: t('missing', { name: label }) }] : []}>
      <InputNumber min={0.05} max={1600} step={0.5} suffix={t('working_hours')} placeholder={isNeeded ? undefined : t('no_limit')} style={{ width: '100%' }} />
    </Form.Item>
  )
}
