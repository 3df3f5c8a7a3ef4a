import { DownOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { ChipChoice } from '../ChipChoice'
import { DateTimeField } from '../DateTimeField'
import { PersonSelect } from '../PersonSelect'
import { Position } from './Position'

const OUTCOMES: Schema<'Outcome'>[] = ['reached', 'not_reached', 'agreed', 'refused', 'won', 'lost']

/** What only some follow-ups need: whom it was with and how that ended, why nothing moved, who was asked to help. */
export function FollowUpDetails({ isOpen, onOpen }: { isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation('followup')
  const form = Form.useFormInstance()
  const direction = Form.useWatch('direction', form) as Schema<'Direction'> | undefined
  if (!isOpen) {
    return (
      <Button type="link" size="small" icon={<DownOutlined />} onClick={onOpen} style={{ paddingInline: 0, marginBottom: 8 }}>
        {t('form.more')}
      </Button>
    )
  }
  return (
    <>
      <Form.Item name="direction" label={t('form.direction')}>
        <ChipChoice label={t('form.direction')} options={(['inward', 'outward'] as const).map((value) => ({ value, text: t(`direction.${value}`) }))} />
      </Form.Item>
      {direction === 'outward' && (
        <Form.Item name="outcome" label={t('form.outcome')} preserve={false}>
          <ChipChoice label={t('form.outcome')} options={OUTCOMES.map((value) => ({ value, text: t(`outcome.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="cause" label={t('form.cause')}>
        <Input placeholder={t('form.cause_hint')} maxLength={4000} />
      </Form.Item>
      <Form.Item name="asked_employee_id" label={t('form.asked')}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="at" label={t('form.at')} extra={t('form.at_hint')}>
        <DateTimeField pastOnly />
      </Form.Item>
      <Form.Item name="position" label={t('form.position')}>
        <Position />
      </Form.Item>
      <Form.Item name="progress" label={t('form.progress')}>
        <InputNumber min={0} max={100} step={10} suffix="%" style={{ width: 140 }} />
      </Form.Item>
    </>
  )
}
