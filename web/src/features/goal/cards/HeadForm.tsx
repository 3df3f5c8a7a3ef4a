import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useChangeHead } from '../requests/useCardHead'
import type { GoalCard } from '../requests/useGoalCard'
import { useManagementStyle, useSetManagementStyle } from '../requests/useManagementStyle'
import { RHYTHMS, STYLES } from '../words'

type Values = Partial<Pick<GoalCard, 'position' | 'customers' | 'reason' | 'limits'>> & {
  supervisor_id?: string
  style: Schema<'ManagementStyle'>
  rhythm: Schema<'Rhythm'>
  as_usual?: boolean
}
const TEXTS = ['position', 'customers', 'reason', 'limits'] as const

/** Only what was changed is sent: one may change the supervisor of a card whose content is agreed on. */
function patchOf(card: GoalCard, values: Values): Schema<'CardPatch'> {
  const patch: Schema<'CardPatch'> = {}
  for (const key of TEXTS) {
    if (!(key in values)) continue
    const text = values[key]?.trim() || null
    if (text !== card[key]) patch[key] = text
  }
  if (values.supervisor_id && values.supervisor_id !== card.supervisor?.id) patch.supervisor_id = values.supervisor_id
  if (values.style && values.style !== card.style) patch.style = values.style
  if (values.rhythm && values.rhythm !== card.rhythm) patch.rhythm = values.rhythm
  return patch
}

/** The head of a card: who leads how and why, whom it answers to, how often one looks at it. */
export function HeadForm({ card, isOpen, onClose }: { card: GoalCard; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const change = useChangeHead(card)
  const mayWrite = card.may.includes('write')
  const mayStyle = card.may.includes('set_style')
  const usual = useManagementStyle(mayStyle ? card.person.id : undefined)
  const setUsual = useSetManagementStyle()
  const submit = async (values: Values) => {
    await change.mutateAsync(patchOf(card, values))
    if (values.as_usual && values.style) await setUsual.mutateAsync({ employee: card.person.id, style: values.style })
    toast.success(t('head.saved'))
  }
  const text = (key: (typeof TEXTS)[number]) => card[key] ?? undefined
  return (
    <FormDrawer<Values> title={t('head.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={{ position: text('position'), customers: text('customers'), reason: text('reason'), limits: text('limits'), supervisor_id: card.supervisor?.id, style: card.style, rhythm: card.rhythm }}>
      {mayStyle && (
        <>
          <Form.Item name="style" label={t('card.style')} extra={usual.data && t('head.usual', { style: t(`style.${usual.data.style}`) })}>
            <Select options={STYLES.map((value) => ({ value, label: `${t(`style.${value}`)} · ${t(`style_note.${value}`)}` }))} />
          </Form.Item>
          {usual.data && (
            <Form.Item name="as_usual" valuePropName="checked">
              <Checkbox>{t('head.as_usual', { name: card.person.name })}</Checkbox>
            </Form.Item>
          )}
        </>
      )}
      {mayWrite && (
        <Form.Item name="reason" label={t('card.reason')} extra={t('card.reason_note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      )}
      {mayStyle && (
        <Form.Item name="limits" label={t('card.limits')} extra={t('card.limits_note')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      )}
      {card.may.includes('change_supervisor') && (
        <Form.Item name="supervisor_id" label={t('head.supervisor')}>
          <PersonSelect known={card.supervisor ?? undefined} allowClear={false} />
        </Form.Item>
      )}
      {mayWrite && (
        <>
          <Form.Item name="rhythm" label={t('head.rhythm')} extra={t('head.rhythm_note')}>
            <Radio.Group options={RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) }))} />
          </Form.Item>
          <Form.Item name="position" label={t('head.position')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="customers" label={t('card.customers')}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
