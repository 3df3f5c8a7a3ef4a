import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { useClearing } from '@/components/useClearing'
import type { Schema } from '@/lib/api-types'
import { useTimeText } from '@/lib/useTimeText'
import { useMakeCard } from '../requests/useGoalCard'
import { PERIODS, RHYTHMS, STYLES, usualRhythm } from '../words'

interface Values {
  person_id?: string
  period: Schema<'CardPeriod'>
  day: string
  style?: Schema<'ManagementStyle'>
  rhythm?: Schema<'Rhythm'>
  reason?: string
  limits?: string
  customers?: string
}

/** The head of a goal card; its goals follow on its page. */
export function NewCard({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const clearing = useClearing()
  const time = useTimeText()
  const navigate = useNavigate()
  const make = useMakeCard()
  const submit = async (values: Values, idempotencyKey: string) => {
    const form = {
      id: null,
      person_id: values.person_id ?? null,
      supervisor_id: null,
      position: null,
      period: values.period,
      day: values.day,
      customers: values.customers?.trim() || null,
      style: values.style ?? null,
      reason: values.reason?.trim() || null,
      limits: values.limits?.trim() || null,
      rhythm: values.rhythm ?? usualRhythm(values.period),
      items: [],
    }
    const card = await make.mutateAsync({ form, idempotencyKey })
    void navigate(`/goals/cards/${card.id}`)
  }
  return (
    <FormDrawer<Values> title={t('card.new')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('card.make')} initialValues={{ period: 'quarter', day: time.civil(time.now).date }}>
      <Form.Item name="person_id" label={t('card.person')} extra={t('card.person_note')}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="period" label={t('card.period')}>
        <Radio.Group options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))} />
      </Form.Item>
      <Form.Item name="day" label={t('card.day')} extra={t('card.day_note')} rules={[{ required: true, message: t('card.day_needed') }]}>
        <DateField />
      </Form.Item>
      <Form.Item noStyle dependencies={['period']}>
        {({ getFieldValue }) => (
          <Form.Item name="rhythm" label={t('head.rhythm')} extra={t('head.rhythm_default', { rhythm: t(`rhythm.${usualRhythm(getFieldValue('period') as Values['period'])}`) })}>
            <Select allowClear={clearing} options={RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) }))} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="style" label={t('card.style')} extra={t('card.style_note')}>
        <Select allowClear={clearing} options={STYLES.map((value) => ({ value, label: `${t(`style.${value}`)} · ${t(`style_note.${value}`)}` }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const style = getFieldValue('style') as Values['style']
          return (
            <>
              {style === 'guiding' && (
                <Form.Item name="reason" label={t('card.reason')} extra={t('card.reason_note')}>
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
                </Form.Item>
              )}
              {style === 'delegating' && (
                <Form.Item name="limits" label={t('card.limits')} extra={t('card.limits_note')}>
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
                </Form.Item>
              )}
            </>
          )
        }}
      </Form.Item>
      <Form.Item name="customers" label={t('card.customers')}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDrawer>
  )
}
